package dev.narrative.model.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An array. */
final class JsonArray extends JsonValue {
    private final List<JsonValue> elements = new ArrayList<>(2);

    void add(JsonValue value) {
        elements.add(value);
    }

    void set(int index, JsonValue value) {
        elements.set(index, value);
    }

    @Override
    public JsonValue at(int index) {
        return index < elements.size() && index >= 0 ? elements.get(index) : missing();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public List<JsonValue> elements() {
        return Collections.unmodifiableList(elements);
    }

    @Override
    public boolean isArray() {
        return true;
    }

    @Override
    public void write(JsonWriter out) {
        out.beginArray();
        for (JsonValue element : elements) {
            element.write(out);
        }
        out.endArray();
    }
}
