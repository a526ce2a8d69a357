package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.score.ScoreEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything else, each under a key of its own, so that it can be filtered by. A captured {@code model}, {@code input} or
 * {@code prompt}, which Langfuse would take for its own, is only metadata here.
 */
final class MetadataFields {
    private static final String EVENTS = "events";

    private MetadataFields() {}

    static void write(SpanData span, SpanValues values, Attributes fields) {
        for (Map.Entry<String, Object> entry : values.rest().entrySet()) {
            put(fields, key(entry.getKey()), entry.getValue());
        }
        List<SpanEvent> events = new ArrayList<>(span.events());
        events.remove(OutcomeFields.exception(span));
        events.removeIf(event -> ScoreEvents.read(event) != null);
        if (!events.isEmpty()) {
            fields.put(key(EVENTS), json(events));
        }
    }

    /** Metadata that the application named itself keeps its name. */
    private static String key(String attribute) {
        boolean named = attribute.startsWith(LangfuseAttributes.METADATA + '.')
                && attribute.length() > LangfuseAttributes.METADATA.length() + 1;
        return named ? attribute : LangfuseAttributes.METADATA + '.' + attribute;
    }

    /** Puts a value as what it is. */
    @SuppressWarnings("unchecked")
    static void put(Attributes fields, String key, Object value) {
        if (value instanceof Long number) {
            fields.put(key, number);
        } else if (value instanceof Double number) {
            fields.put(key, number);
        } else if (value instanceof Boolean flag) {
            fields.put(key, flag);
        } else if (value instanceof List<?>) {
            fields.put(key, (List<String>) value);
        } else {
            fields.put(key, value.toString());
        }
    }

    private static String json(List<SpanEvent> events) {
        JsonWriter out = new JsonWriter(256);
        out.beginArray();
        for (SpanEvent event : events) {
            out.beginObject().name("name").value(event.name());
            out.name("time").value(CompletionStart.iso(event.epochNanos()));
            event.attributes().visit(new Members(out));
            out.endObject();
        }
        return out.endArray().text();
    }

    /** Writes attributes as members of the object that is open. */
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
