package dev.narrative.model.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one document whole, and notes where each of its values stands. */
final class JsonSlots implements JsonSink {
    private final List<JsonSlot> slots = new ArrayList<>();
    private final JsonTree tree = new JsonTree(JsonLimits.DEFAULT, false, this::take);
    private final JsonScanner scanner;
    private @Nullable JsonValue document;
    private int documents;
    private boolean broken;

    private JsonSlots(JsonNames names) {
        scanner = new JsonScanner(this, names);
    }

    /** The slots of the object that these bytes are; {@code null} when they are anything else. */
    static @Nullable JsonSlots of(byte[] text, int from, int to, JsonNames names) {
        JsonSlots read = new JsonSlots(names);
        read.scanner.bytes(text, from, to - from);
        read.scanner.end();
        return read.document != null && read.document.isObject() && read.documents == 1 && !read.broken ? read : null;
    }

    List<JsonSlot> all() {
        return slots;
    }

    JsonValue document() {
        return document == null ? JsonValue.missing() : document;
    }

    @Override
    public void beginObject() {
        tree.beginObject();
    }

    @Override
    public void beginArray() {
        tree.beginArray();
    }

    @Override
    public void endContainer() {
        tree.endContainer();
    }

    @Override
    public void name(JsonNames.Name name) {
        tree.name(name);
    }

    @Override
    public int room() {
        return tree.room();
    }

    @Override
    public void value(JsonValue value) {
        JsonValue around = tree.innermost();
        int index = around.size();
        tree.value(value);
        boolean isWanted = around.size() > index;
        slots.add(new JsonSlot(
                scanner.valueStart(),
                scanner.valueEnd(),
                value instanceof JsonString,
                isWanted ? around : null,
                index));
    }

    @Override
    public void cut() {
        broken = true;
        tree.cut();
    }

    private void take(JsonValue read) {
        document = read;
        documents++;
    }
}
