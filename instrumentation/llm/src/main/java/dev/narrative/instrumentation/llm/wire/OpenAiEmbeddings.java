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

    /** On Azure the path tells the model, and the input may be all there is. */
    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.isInput(body.get("input"))
                && (Shapes.namesModel(body)
                        || body.size() == 1
                        || body.has("dimensions")
                        || body.has("encoding_format"));
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
        OpenAi.error(body, call);
        OpenAiUsage.read(body.get("usage"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        answer(data, call);
    }
}
