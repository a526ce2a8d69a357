package dev.narrative.model.json;

import java.util.Arrays;
import java.util.List;

/** An object; few members, so that looking one up is a walk. */
final class JsonObject extends JsonValue {
    private String[] names;
    private JsonValue[] values;
    private int size;

    /** One bit for each name, of 64: most names that are asked for are not here. */
    private long seen;

    /** @param capacity how many members it will have, as far as that is known */
    JsonObject(int capacity) {
        names = new String[capacity];
        values = new JsonValue[capacity];
    }

    void put(String name, JsonValue value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2 + 1);
            values = Arrays.copyOf(values, size * 2 + 1);
        }
        names[size] = name;
        values[size] = value;
        size++;
        seen |= 1L << name.hashCode();
    }

    void set(int index, JsonValue value) {
        values[index] = value;
    }

    @Override
    public JsonValue get(String name) {
        int hash = name.hashCode();
        if ((seen >>> hash & 1) == 0) {
            return missing();
        }
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return values[i];
            }
        }
        return missing();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<String> names() {
        return List.of(Arrays.copyOf(names, size));
    }

    @Override
    public boolean isObject() {
        return true;
    }

    @Override
    public void write(JsonWriter out) {
        out.beginObject();
        for (int i = 0; i < size; i++) {
            out.name(names[i]);
            values[i].write(out);
        }
        out.endObject();
    }
}
