package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Google's embeddings: one content or a batch of them, or the instances of Vertex AI's predict. */
final class GeminiEmbeddings implements WireFormat {
    @Override
    public String operation() {
        return "embeddings";
    }

    /** Models of other kinds have a predict too. */
    @Override
    public boolean isRequest(JsonValue body) {
        return body.get("content").isObject()
                || body.get("requests").at(0).get("content").isObject()
                || body.get("instances").at(0).text("content") != null;
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        content(body, call);
        for (JsonValue one : body.get("requests").elements()) {
            content(one, call);
        }
        for (JsonValue instance : body.get("instances").elements()) {
            call.input("user").text(instance.get("content"));
        }
        dimensions(body.get("parameters"), call);
    }

    private static void content(JsonValue one, ModelCall call) {
        if (one.get("content").isObject()) {
            GeminiParts.read(one.get("content").get("parts"), call.input("user"));
            dimensions(one, call);
            dimensions(one.get("config"), call);
        }
    }

    private static void dimensions(JsonValue from, ModelCall call) {
        call.integer(
                AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT,
                GeminiContent.either(from, "outputDimensionality", "output_dimensionality"));
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        OpenAi.error(body, call);
        long tokens = 0;
        boolean isTold = false;
        for (JsonValue prediction : body.get("predictions").elements()) {
            JsonValue count = prediction.get("embeddings").get("statistics").get("token_count");
            isTold |= count.isNumber();
            tokens += Math.max(0, count.integer(0));
        }
        JsonValue count = body.get("usageMetadata").get("promptTokenCount");
        if (isTold || count.isNumber()) {
            call.usage(new TokenUsage(count.integer(tokens), 0, 0, 0, 0, 0));
        }
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        answer(data, call);
    }
}
