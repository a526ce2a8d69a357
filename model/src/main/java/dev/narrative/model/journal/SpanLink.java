package dev.narrative.model.journal;

import dev.narrative.model.Attributes;
import dev.narrative.model.json.AttributeJson;
import dev.narrative.model.json.JsonWriter;
import java.util.List;

/**
 * That a span has to do with another one that is not its parent, as OTLP tells it. The journal keeps links as an
 * attribute of their span, each as JSON text.
 *
 * @param traceId in hex
 * @param spanId in hex
 */
public record SpanLink(String traceId, String spanId, Attributes attributes) {
    /** The attribute that a span's links are kept in. */
    public static final String ATTRIBUTE = "narrative.links";

    /** Of a span; OpenTelemetry's own limit. */
    public static final int MOST = 128;

    /** Puts links on their span. */
    public static void put(List<SpanLink> links, Attributes span) {
        if (!links.isEmpty()) {
            span.put(ATTRIBUTE, links.stream().map(SpanLink::toJson).toList());
        }
    }

    private String toJson() {
        JsonWriter out = new JsonWriter(128);
        out.beginObject();
        out.name("traceId").value(traceId);
        out.name("spanId").value(spanId);
        if (attributes.size() > 0) {
            out.name("attributes").beginObject();
            attributes.visit(new AttributeJson(out));
            out.endObject();
        }
        return out.endObject().text();
    }
}
