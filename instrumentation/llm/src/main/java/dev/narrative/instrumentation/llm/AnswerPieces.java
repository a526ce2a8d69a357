package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.PieceListener;
import dev.narrative.instrumentation.llm.wire.ErrorBody;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Writes down what the documents of an answer tell of the call. */
final class AnswerPieces implements PieceListener {
    private final WireFormat format;
    private final ModelCall call;
    private final boolean refused;

    /** The tree of the last piece, and who says what is new in the next one, as far as that is known. */
    private @Nullable JsonValue repeated;

    private @Nullable Message speaker;

    /** @param refused whether the answer says why there is none */
    AnswerPieces(WireFormat format, ModelCall call, boolean refused) {
        this.format = format;
        this.call = call;
        this.refused = refused;
    }

    @Override
    public void document(JsonValue body) {
        if (refused) {
            ErrorBody.read(body, call);
        } else if (call.isStreaming()) {
            format.piece(null, body, call);
        } else {
            format.answer(body, call);
        }
    }

    @Override
    public void event(@Nullable String event, JsonValue data) {
        speaker = null;
        if (refused) {
            ErrorBody.read(data, call);
        } else {
            format.piece(event, data, call);
        }
    }

    @Override
    public void repeatedEvent(@Nullable String event, JsonValue data, JsonValue text) {
        Message speaking = speaker;
        if (speaking != null && data == repeated) {
            speaking.text(text);
            return;
        }
        event(event, data);
        if (!refused && !"".equals(text.text())) {
            repeated = data;
            speaker = format.speaker(data, text, call);
        }
    }

    /** The first token is what is timed. */
    @Override
    public boolean mayWait() {
        return call.hasSpoken();
    }
}
