package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.wire.WireFormat;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The format of a call that no bytes were seen of. */
record UnreadFormat(String operation) implements WireFormat {
    @Override
    public boolean isRequest(JsonValue body) {
        return false;
    }

    @Override
    public void request(JsonValue body, ModelCall call) {}

    @Override
    public void answer(JsonValue body, ModelCall call) {}

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {}
}
