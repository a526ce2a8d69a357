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
}
