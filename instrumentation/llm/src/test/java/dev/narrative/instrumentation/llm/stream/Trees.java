package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what is told, and counts the trees: what was not read in full comes in the tree of the last. */
final class Trees implements PieceListener {
    final List<String> told = new ArrayList<>();
    int distinct;
    private @Nullable JsonValue last;

    @Override
    public void document(JsonValue document) {
        throw new AssertionError("a document among pieces");
    }

    @Override
    public void event(@Nullable String event, JsonValue data) {
        told.add(event + " " + data.toJson());
        if (data != last) {
            distinct++;
            last = data;
        }
    }
}
