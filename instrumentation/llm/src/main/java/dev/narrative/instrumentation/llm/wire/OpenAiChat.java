package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions, which many other providers and servers speak too. */
final class OpenAiChat implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return body.get("messages").isArray();
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        OpenAi.parameters(body, call);
        call.integer(AttributeNames.GEN_AI_REQUEST_CHOICE_COUNT, body.get("n"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, body.get("random_seed"));
        call.tools(body.get("tools"));
        for (JsonValue message : body.get("messages").elements()) {
            OpenAi.message(message, call);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        OpenAi.identity(body, call);
        for (JsonValue choice : body.get("choices").elements()) {
            piece(choice, choice.get("message"), call);
        }
        OpenAi.usage(body.get("usage"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        OpenAi.identity(data, call);
        OpenAi.error(data, call);
        for (JsonValue choice : data.get("choices").elements()) {
            // A server that does not stream answers whole, whatever was asked for.
            piece(choice, choice.get(choice.has("delta") ? "delta" : "message"), call);
        }
        OpenAi.usage(data.get("usage"), call);
        // Groq puts it beside the choices of its last chunk.
        OpenAi.usage(data.get("x_groq").get("usage"), call);
    }

    private static void piece(JsonValue choice, JsonValue said, ModelCall call) {
        int number = (int) choice.get("index").integer(0);
        if (said.size() > 0) {
            OpenAi.said(said, call.output(number), call);
        }
        call.finish(number, choice.text("finish_reason"));
    }
}
