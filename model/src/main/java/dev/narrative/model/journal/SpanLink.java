package dev.narrative.model.journal;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
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
            attributes.visit(new Members(out));
            out.endObject();
        }
        return out.endObject().text();
    }

    private record Members(JsonWriter out) implements AttributeVisitor {
        @Override
        public void string(String key, String value) {
            out.name(key).value(value);
        }

        @Override
        public void integer(String key, long value) {
            out.name(key).value(value);
        }

        @Override
        public void decimal(String key, double value) {
            out.name(key).value(value);
        }

        @Override
        public void bool(String key, boolean value) {
            out.name(key).value(value);
        }

        @Override
        public void strings(String key, List<String> values) {
            out.name(key).beginArray();
            values.forEach(out::value);
            out.endArray();
        }
    }
}
