package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** OpenAI's embeddings. */
final class OpenAiEmbeddings implements WireFormat {
    @Override
    public String operation() {
        return "embeddings";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return body.has("input");
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.integer(AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT, body.get("dimensions"));
        call.strings(AttributeNames.GEN_AI_REQUEST_ENCODING_FORMATS, body.get("encoding_format"));
        Inputs.texts(body.get("input"), call);
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        OpenAi.identity(body, call);
        OpenAi.usage(body.get("usage"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        answer(data, call);
    }
}
