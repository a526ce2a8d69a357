package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a body's reader tells. */
final class Heard implements PieceListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void document(JsonValue document) {
        told.add("document " + document.toJson());
    }

    @Override
    public void event(@Nullable String event, JsonValue data) {
        told.add(event + " " + data.toJson());
    }

    /** What is told of a body that comes in pieces of this size. */
    static List<String> of(byte[] body, int piece, AnswerBody.Form form, @Nullable String contentType) {
        Heard heard = new Heard();
        AnswerBody reader = new AnswerBody(heard, form, contentType);
        for (int at = 0; at < body.length; at += piece) {
            reader.bytes(body, at, Math.min(piece, body.length - at));
        }
        reader.end();
        return heard.told;
    }
}
