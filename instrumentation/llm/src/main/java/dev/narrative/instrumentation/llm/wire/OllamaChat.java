package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Ollama's own chat. */
final class OllamaChat implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    /** Applications like this path for chats of their own: here a model is named, and what is said is plain text. */
    @Override
    public boolean isRequest(JsonValue body) {
        JsonValue messages = body.get("messages");
        return Shapes.namesModel(body)
                && messages.size() > 0
                && Shapes.hasConversation(body)
                && !messages.at(0).get("content").isArray()
                && !messages.at(0).has("parts");
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        Ollama.parameters(body, call);
        Ollama.streamsByDefault(body, call);
        call.tools(body.get("tools"));
        for (JsonValue message : body.get("messages").elements()) {
            String role = message.text("role", "user");
            if (role.equals("tool")) {
                String id = message.text("tool_call_id");
                call.input(role).toolResult(id == null ? message.text("tool_name") : id, message.get("content"));
            } else {
                said(message, call.input(role));
            }
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        piece(null, body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        JsonValue message = data.get("message");
        if (message.isObject() && said(message, call.output(0))) {
            call.tokenArrived();
        }
        Ollama.end(data, call);
    }

    private static boolean said(JsonValue said, Message message) {
        message.reasoning(said.get("thinking"));
        message.text(said.get("content"));
        for (JsonValue image : said.get("images").elements()) {
            message.blob("image", null, image);
        }
        for (JsonValue tool : said.get("tool_calls").elements()) {
            JsonValue function = tool.get("function");
            message.toolCall(tool.text("id"), function.text("name"), function.get("arguments"));
        }
        return !message.isEmpty();
    }
}
