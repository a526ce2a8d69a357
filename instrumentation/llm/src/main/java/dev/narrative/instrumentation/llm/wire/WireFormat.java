package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One format of a provider's requests and answers. The methods are pure: they read JSON, which may lack anything or have
 * anything in its place, and write to the call.
 */
public interface WireFormat {
    /** OpenTelemetry's {@code gen_ai.operation.name}, such as {@code chat} or {@code embeddings}. */
    String operation();

    /** Whether a request's body is of this format at all: other services have the same paths. */
    boolean isRequest(JsonValue body);

    void request(JsonValue body, ModelCall call);

    /**
     * An answer's headers, which come before its body.
     *
     * @param headers gives a header's value by its name, in lower case
     */
    default void headers(Function<String, @Nullable String> headers, ModelCall call) {}

    /** A whole answer. */
    void answer(JsonValue body, ModelCall call);

    /**
     * A piece of a streamed answer, or all of it where a server does not stream what should be streamed.
     *
     * @param event the event's name, where the stream has one
     */
    void piece(@Nullable String event, JsonValue data, ModelCall call);

    /**
     * Who says the text of a piece that has nothing else to tell than the piece before it. Pieces that are like it need not be
     * read: their texts are what is said next.
     *
     * @param text the text in that piece, not empty, which may stand anywhere in it
     * @return {@code null} when each piece is to be read
     */
    default @Nullable Message speaker(JsonValue data, JsonValue text, ModelCall call) {
        return null;
    }
}
