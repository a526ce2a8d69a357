package dev.narrative.model.json;

import org.jspecify.annotations.Nullable;

/** A string, number or literal of a document: where it stands in the text, and where in the tree. */
final class JsonSlot {
    final int start;
    final int end;
    final boolean isString;

    /** {@code null} when nobody wants the value, so that the tree does not have it. */
    private final @Nullable JsonValue container;

    private final int index;

    /**
     * @param start where its bytes begin, a string's after the quote
     * @param end where its bytes end, a string's before the quote
     * @param index its place among what the container holds
     */
    JsonSlot(int start, int end, boolean isString, @Nullable JsonValue container, int index) {
        this.start = start;
        this.end = end;
        this.isString = isString;
        this.container = container;
        this.index = index;
    }

    boolean isWanted() {
        return container != null;
    }

    void set(JsonValue value) {
        if (container instanceof JsonObject object) {
            object.set(index, value);
        } else if (container instanceof JsonArray array) {
            array.set(index, value);
        }
    }
}
