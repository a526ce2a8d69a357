package dev.narrative.model.json;

import dev.narrative.model.AttributeVisitor;
import java.util.List;

/** Writes attributes as members of a JSON object. */
public final class AttributeJson implements AttributeVisitor {
    private final JsonWriter out;

    public AttributeJson(JsonWriter out) {
        this.out = out;
    }

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
