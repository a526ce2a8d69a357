package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
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
        return Shapes.hasConversation(body);
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        OpenAi.parameters(body, call);
        call.integer(AttributeNames.GEN_AI_REQUEST_CHOICE_COUNT, body.get("n"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, body.get("random_seed"));
        call.tools(body.get(body.has("tools") ? "tools" : "functions"));
        for (JsonValue message : body.get("messages").elements()) {
            OpenAi.message(message, call);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        piece(null, body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        OpenAi.identity(data, call);
        OpenAi.error(data, call);
        for (JsonValue choice : data.get("choices").elements()) {
            choice(choice, call);
        }
        OpenAiUsage.read(data.get("usage"), call);
        // Groq puts it beside the choices of its last chunk.
        OpenAiUsage.read(data.get("x_groq").get("usage"), call);
    }

    @Override
    public @Nullable Message speaker(JsonValue data, JsonValue text, ModelCall call) {
        JsonValue choice = data.get("choices").at(0);
        JsonValue said = choice.get("delta");
        boolean isAll = data.get("choices").size() == 1 && said.size() == 1 && said.get("content") == text;
        return isAll ? call.output((int) choice.get("index").integer(0)) : null;
    }

    private static void choice(JsonValue choice, ModelCall call) {
        int number = (int) choice.get("index").integer(0);
        JsonValue said = choice.get(choice.has("delta") ? "delta" : "message");
        if (said.size() > 0) {
            OpenAi.said(said, call.output(number), call);
        }
        OpenAi.error(choice, call);
        // Moonshot puts it into the last choice.
        OpenAiUsage.read(choice.get("usage"), call);
        call.finish(number, choice.text("finish_reason"));
    }
}
