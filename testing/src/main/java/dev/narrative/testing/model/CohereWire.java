package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Writes one answer as Cohere's chat does; the model is not named in it. */
final class CohereWire {
    private static final int ARGUMENT_PIECES = 3;

    private final Prompt prompt;
    private final Answer answer;

    CohereWire(Prompt prompt, Answer answer) {
        this.prompt = prompt;
        this.answer = answer;
    }

    ObjectNode whole() {
        ObjectNode root = Json.object().put("id", id());
        ObjectNode message = root.putObject("message").put("role", "assistant");
        if (!answer.toolCalls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            answer.toolCalls().forEach(call -> calls.add(toolCall(call, call.arguments())));
        }
        ArrayNode content = message.putArray("content");
        if (!answer.reasoning().isEmpty()) {
            content.add(block("thinking", answer.reasoning()));
        }
        if (!answer.text().isEmpty()) {
            content.add(block("text", answer.wholeText()));
        }
        root.put("finish_reason", finishReason(answer));
        putUsage(root);
        return root;
    }

    void events(EventSink out) throws IOException {
        ObjectNode message = Json.object().put("role", "assistant");
        for (String name : List.of("content", "tool_calls", "citations")) {
            message.putArray(name);
        }
        ObjectNode start = event("message-start", message.put("tool_plan", ""));
        out.event("message-start", start.put("id", id()));
        int index = 0;
        if (!answer.reasoning().isEmpty()) {
            content(out, index++, "thinking", Pieces.words(answer.reasoning()));
        }
        if (!answer.text().isEmpty()) {
            content(out, index, "text", answer.pieces());
        }
        List<ToolCall> calls = answer.toolCalls();
        for (int i = 0; i < calls.size(); i++) {
            toolCall(out, i, calls.get(i));
        }
        ObjectNode delta = Json.object().put("finish_reason", finishReason(answer));
        putUsage(delta);
        ObjectNode end = Json.object().put("type", "message-end").put("id", id());
        end.set("delta", delta);
        out.event("message-end", end);
    }

    private static void content(EventSink out, int index, String type, Pieces pieces) throws IOException {
        send(out, index, "content-start", Json.nested("content", block(type, "")));
        for (String piece : pieces) {
            send(
                    out,
                    index,
                    "content-delta",
                    Json.nested("content", Json.object().put(type, piece)));
        }
        out.event("content-end", Json.object().put("type", "content-end").put("index", index));
    }

    private static void toolCall(EventSink out, int index, ToolCall call) throws IOException {
        send(out, index, "tool-call-start", Json.nested("tool_calls", toolCall(call, "")));
        for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
            ObjectNode function = Json.nested("function", Json.object().put("arguments", piece));
            send(out, index, "tool-call-delta", Json.nested("tool_calls", function));
        }
        out.event("tool-call-end", Json.object().put("type", "tool-call-end").put("index", index));
    }

    private static void send(EventSink out, int index, String type, ObjectNode message) throws IOException {
        out.event(type, event(type, message).put("index", index));
    }

    private static ObjectNode event(String type, ObjectNode message) {
        ObjectNode event = Json.object().put("type", type);
        event.putObject("delta").set("message", message);
        return event;
    }

    private static ObjectNode block(String type, String text) {
        return Json.object().put("type", type).put(type, text);
    }

    private static ObjectNode toolCall(ToolCall call, String arguments) {
        ObjectNode node = Json.object().put("id", call.id()).put("type", "function");
        node.putObject("function").put("name", call.name()).put("arguments", arguments);
        return node;
    }

    private void putUsage(ObjectNode node) {
        if (answer.usage().known()) {
            putCounts(node.putObject("usage"), answer.usage());
        }
    }

    /** What both versions call the same. */
    static void putCounts(ObjectNode node, Usage usage) {
        if (usage.known()) {
            counts(node.putObject("billed_units"), usage);
            counts(node.putObject("tokens"), usage);
            node.put("cached_tokens", usage.cacheRead());
        }
    }

    private static void counts(ObjectNode node, Usage usage) {
        node.put("input_tokens", usage.allInput()).put("output_tokens", usage.allOutput());
    }

    private String id() {
        return answer.idOr("c0-" + prompt.number());
    }

    static String finishReason(Answer answer) {
        return switch (answer.finish()) {
            case STOP -> "COMPLETE";
            case LENGTH -> "MAX_TOKENS";
            case STOP_SEQUENCE -> "STOP_SEQUENCE";
            case TOOL_CALLS -> "TOOL_CALL";
            case CONTENT_FILTER -> "ERROR";
        };
    }
}
