package com.shop;

import dev.narrative.api.Layer;
import dev.narrative.api.SpanType;
import dev.narrative.api.TraceAttribute;
import dev.narrative.api.TraceSession;
import dev.narrative.api.Traced;
import dev.narrative.api.Universe;

@Traced(layer = Layer.CORE, universe = Universe.CEREMONY)
public class AnnotatedDesk {
    private String city = "Oslo";

    @Traced(
            name = "Place {0.id}",
            type = SpanType.TOOL,
            layer = Layer.API,
            capture = {"return as output", "this.city as city"})
    String place(
            @TraceAttribute(value = "order.id", path = "id") Object order,
            @TraceSession("id") Object session,
            @TraceAttribute("pieces") int pieces) {
        return count() > 0 ? "placed" : "";
    }

    @Traced
    private int count() {
        return city.length();
    }

    public void open() {}

    public static void ofStatic() {}

    public String getCity() {
        return city;
    }

    public void setCity(String newCity) {
        city = newCity;
    }

    void hidden() {}
}
