package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Ollama's embeddings, the older form with one prompt included. */
final class OllamaEmbed implements WireFormat {
    @Override
    public String operation() {
        return "embeddings";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.namesModel(body) && (Shapes.isInput(body.get("input")) || body.text("prompt") != null);
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.integer(AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT, body.get("dimensions"));
        Inputs.texts(body.get(body.has("input") ? "input" : "prompt"), call);
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        OpenAi.error(body, call);
        call.responseModel(body.text("model"));
        JsonValue count = body.get("prompt_eval_count");
        if (count.isNumber()) {
            call.usage(new TokenUsage(count.integer(0), 0, 0, 0, 0, 0));
        }
        // Gateways answer as OpenAI does, on a path that ends like Ollama's.
        OpenAiUsage.read(body.get("usage"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        answer(data, call);
    }
}
