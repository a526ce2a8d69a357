package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Cohere's embeddings of texts and images. */
final class CohereEmbed implements WireFormat {
    @Override
    public String operation() {
        return "embeddings";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return (Shapes.namesModel(body) || body.has("input_type"))
                && (body.get("texts").isArray()
                        || body.get("images").isArray()
                        || body.get("inputs").isArray());
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.integer(AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT, body.get("output_dimension"));
        call.strings(AttributeNames.GEN_AI_REQUEST_ENCODING_FORMATS, body.get("embedding_types"));
        Inputs.texts(body.get("texts"), call);
        for (JsonValue image : body.get("images").elements()) {
            call.input("user").reference("uri", "image", image);
        }
        for (JsonValue input : body.get("inputs").elements()) {
            Message message = call.input("user");
            for (JsonValue part : input.get("content").elements()) {
                OpenAiParts.read(part, message);
            }
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        call.responseId(body.text("id"));
        CohereUsage.read(body.get("meta"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        answer(data, call);
    }
}
