package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Ollama's completion of one text. */
final class OllamaGenerate implements WireFormat {
    @Override
    public String operation() {
        return "text_completion";
    }

    /** Without a prompt the model is only loaded or unloaded. */
    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.namesModel(body) && !body.text("prompt", "").isEmpty();
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        Ollama.parameters(body, call);
        Ollama.streamsByDefault(body, call);
        if (!body.text("system", "").isEmpty()) {
            call.system().text(body.get("system"));
        }
        Message prompt = call.input("user");
        prompt.text(body.get("prompt"));
        for (JsonValue image : body.get("images").elements()) {
            prompt.blob("image", null, image);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        piece(null, body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        if (data.has("response") || data.has("thinking")) {
            Message message = call.output(0);
            message.reasoning(data.get("thinking"));
            message.text(data.get("response"));
            if (!message.isEmpty()) {
                call.tokenArrived();
            }
        }
        Ollama.end(data, call);
    }
}
