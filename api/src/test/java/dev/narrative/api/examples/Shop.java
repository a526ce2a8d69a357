package dev.narrative.api.examples;

import dev.narrative.api.Layer;
import dev.narrative.api.SpanType;
import dev.narrative.api.TraceAttribute;
import dev.narrative.api.TraceSession;
import dev.narrative.api.TraceUser;
import dev.narrative.api.Traced;

/** An application with annotated methods. */
@Traced(layer = Layer.CORE)
public class Shop {
    /** A piece of work. */
    public record Order(String id, String customer) {}

    /** What comes of it. */
    public record Receipt(String status) {}

    @Traced(name = "Place order {0.id}", type = SpanType.TOOL, capture = "return.status as order.status")
    Receipt place(Order order, @TraceSession String session, @TraceUser("customer") Order of) {
        return new Receipt("placed");
    }

    public void restock(@TraceAttribute("shelf") String shelf, int pieces) {}
}
