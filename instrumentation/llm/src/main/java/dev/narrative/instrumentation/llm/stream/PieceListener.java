package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Takes the JSON documents of a body, which it may not keep: the next one of a stream may be read into the same tree. */
public interface PieceListener {
    /** A body that is one document, or each line of one that has many. */
    void document(JsonValue document);

    /**
     * An event of a stream.
     *
     * @param event its name, where it has one
     */
    void event(@Nullable String event, JsonValue data);

    /**
     * An event that says the same as the one before it, but for one text.
     *
     * @param data the same tree as the one before, when that was such an event too
     * @param text the one in that tree which is new
     */
    default void repeatedEvent(@Nullable String event, JsonValue data, JsonValue text) {
        event(event, data);
    }

    /** Whether what comes from now on may be told later, many pieces at once: nobody asks when it came. */
    default boolean mayWait() {
        return false;
    }
}
