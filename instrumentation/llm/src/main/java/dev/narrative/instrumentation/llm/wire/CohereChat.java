package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Cohere's chat of version 2; what is of version 1 goes to {@link CohereChatV1}. */
final class CohereChat implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return (Shapes.namesModel(body) && Shapes.hasConversation(body)) || CohereChatV1.isRequest(body);
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.streaming(body.get("stream").isTrue());
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, body.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, body.get("p"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, body.get("k"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, body.get("max_tokens"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, body.get("seed"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_FREQUENCY_PENALTY, body.get("frequency_penalty"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_PRESENCE_PENALTY, body.get("presence_penalty"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, body.get("stop_sequences"));
        call.tools(body.get("tools"));
        if (body.text("message") != null) {
            CohereChatV1.request(body, call);
        }
        for (JsonValue message : body.get("messages").elements()) {
            OpenAi.message(message, call);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        if (!body.get("message").isObject()) {
            CohereChatV1.answer(body, call);
            return;
        }
        call.responseId(body.text("id"));
        said(body.get("message"), call);
        end(body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        if (data.has("event_type")) {
            CohereChatV1.piece(data, call);
            return;
        }
        JsonValue said = data.get("delta").get("message");
        switch (data.text("type", event == null ? "" : event)) {
            case "message-start" -> call.responseId(data.text("id"));
            case "message-end" -> {
                call.responseId(data.text("id"));
                end(data.get("delta"), call);
            }
            case "content-start", "content-delta", "tool-plan-delta" -> piece(said, call);
            case "tool-call-start", "tool-call-delta" ->
                toolCall("#" + data.get("index").integer(0), said.get("tool_calls"), call);
            default -> {
                if (data.has("finish_reason")) {
                    answer(data, call);
                }
            }
        }
    }

    private static void said(JsonValue said, ModelCall call) {
        Message message = call.output(0);
        message.reasoning(said.get("tool_plan"));
        OpenAi.said(said, message, call);
    }

    private static void piece(JsonValue said, ModelCall call) {
        Message message = call.output(0);
        message.reasoning(said.get("tool_plan"));
        message.reasoning(said.get("content").get("thinking"));
        message.text(said.get("content").get("text"));
        call.tokenArrived();
    }

    private static void toolCall(String key, JsonValue piece, ModelCall call) {
        JsonValue function = piece.get("function");
        Message message = call.output(0);
        if (piece.has("id")) {
            message.toolCall(key, piece.text("id"), function.text("name"));
        }
        message.toolArguments(key, function.get("arguments"));
        call.tokenArrived();
    }

    private static void end(JsonValue end, ModelCall call) {
        call.finish(0, end.text("finish_reason"));
        if (end.text("error") != null) {
            call.error(null, end.text("error"));
        }
        CohereUsage.read(end.get("usage"), call);
    }
}
