package dev.narrative.model.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document that was read, maybe only in part. Asking for what is not there, or is of another kind,
 * gives {@link #missing} or the caller's own default, so that no document can surprise its reader.
 */
public abstract class JsonValue {
    /** Stands for every value that is not there. */
    public static JsonValue missing() {
        return JsonLiteral.MISSING;
    }

    /** The member of this name; the last one, when there are several. */
    public JsonValue get(String name) {
        return missing();
    }

    /** The element at this place of an array. */
    public JsonValue at(int index) {
        return missing();
    }

    /** How many elements or members there are. */
    public int size() {
        return 0;
    }

    /** An array's elements; none for any other value. */
    public List<JsonValue> elements() {
        return List.of();
    }

    /** An object's member names, in their order; none for any other value. */
    public List<String> names() {
        return List.of();
    }

    /** The text of a string, {@code null} for any other value. */
    public @Nullable String text() {
        return null;
    }

    public double decimal(double otherwise) {
        return otherwise;
    }

    /** A number without its fraction. */
    public long integer(long otherwise) {
        return otherwise;
    }

    public boolean isTrue() {
        return false;
    }

    public boolean isObject() {
        return false;
    }

    public boolean isArray() {
        return false;
    }

    public boolean isNumber() {
        return false;
    }

    /** Whether there is a value, and not only a {@code null}. */
    public boolean isPresent() {
        return true;
    }

    /** Writes the value as it was read, as far as it was kept. */
    public abstract void write(JsonWriter out);

    public final @Nullable String text(String name) {
        return get(name).text();
    }

    public final String text(String name, String otherwise) {
        String text = get(name).text();
        return text == null ? otherwise : text;
    }

    public final boolean has(String name) {
        return get(name).isPresent();
    }

    public final String toJson() {
        JsonWriter out = new JsonWriter(256);
        write(out);
        return out.text();
    }

    @Override
    public final String toString() {
        return toJson();
    }
}
