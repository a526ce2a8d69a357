package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import java.util.Locale;

/** Cohere's chat of version 1, which Bedrock still has: one message, and what was said before it. */
final class CohereChatV1 {
    private CohereChatV1() {}

    /** Many services take a message; this one is also told of models, of earlier turns or of instructions. */
    static boolean isRequest(JsonValue body) {
        return body.text("message") != null
                && (Shapes.namesModel(body) || body.get("chat_history").isArray() || body.has("preamble"));
    }

    static void request(JsonValue body, ModelCall call) {
        call.conversation(body.text("conversation_id"));
        if (body.text("preamble") != null) {
            call.system().text(body.get("preamble"));
        }
        for (JsonValue earlier : body.get("chat_history").elements()) {
            String role = earlier.text("role", "user").toLowerCase(Locale.ROOT);
            Message message = call.input(role.equals("chatbot") ? "assistant" : role);
            message.text(earlier.get("message"));
            toolCalls(earlier, message);
            toolResults(earlier, message);
        }
        if (body.get("tool_results").size() > 0) {
            toolResults(body, call.input("tool"));
        }
        if (!body.text("message", "").isEmpty()) {
            call.input("user").text(body.get("message"));
        }
    }

    static void answer(JsonValue body, ModelCall call) {
        call.responseId(body.text("generation_id"));
        call.responseId(body.text("response_id"));
        Message message = call.output(0);
        if (message.isEmpty()) {
            message.text(body.get("text"));
            toolCalls(body, message);
            call.tokenArrived();
        }
        call.finish(0, body.text("finish_reason"));
        CohereUsage.read(body.get("meta"), call);
    }

    static void piece(JsonValue data, ModelCall call) {
        switch (data.text("event_type", "")) {
            case "stream-start" -> call.responseId(data.text("generation_id"));
            case "text-generation" -> {
                call.output(0).text(data.get("text"));
                call.tokenArrived();
            }
            case "tool-calls-generation" -> {
                toolCalls(data, call.output(0));
                call.tokenArrived();
            }
            case "stream-end" -> {
                answer(data.get("response"), call);
                call.finish(0, data.text("finish_reason"));
            }
            default -> {
                // Searches, citations, and calls that come whole later.
            }
        }
    }

    private static void toolCalls(JsonValue from, Message message) {
        for (JsonValue tool : from.get("tool_calls").elements()) {
            message.toolCall(null, tool.text("name"), tool.get("parameters"));
        }
    }

    private static void toolResults(JsonValue from, Message message) {
        for (JsonValue result : from.get("tool_results").elements()) {
            message.toolResult(result.get("call").text("name"), result.get("outputs"));
        }
    }
}
