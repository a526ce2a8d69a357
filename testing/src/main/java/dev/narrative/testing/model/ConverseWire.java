package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Writes one answer as Bedrock's Converse does; neither model nor id are in it. */
final class ConverseWire {
    private static final String SIGNATURE = "bmFycmF0aXZl";
    private static final int ARGUMENT_PIECES = 3;
    private static final int LATENCY_MS = 432;

    private final Answer answer;

    ConverseWire(Answer answer) {
        this.answer = answer;
    }

    ObjectNode whole() {
        ObjectNode root = Json.object();
        ObjectNode message = root.putObject("output").putObject("message").put("role", "assistant");
        ArrayNode content = message.putArray("content");
        if (!answer.reasoning().isEmpty()) {
            ObjectNode reasoning = Json.object().put("text", answer.reasoning()).put("signature", SIGNATURE);
            content.addObject().putObject("reasoningContent").set("reasoningText", reasoning);
        }
        if (!answer.text().isEmpty()) {
            content.addObject().put("text", answer.wholeText());
        }
        for (ToolCall call : answer.toolCalls()) {
            ObjectNode toolUse = toolUse(call);
            toolUse.set("input", Json.parse(call.arguments()));
            content.add(Json.nested("toolUse", toolUse));
        }
        root.put("stopReason", stopReason());
        putTotals(root);
        return root;
    }

    void events(EventSink out) throws IOException {
        out.event("messageStart", Json.object().put("role", "assistant"));
        int index = 0;
        if (!answer.reasoning().isEmpty()) {
            for (String piece : Pieces.words(answer.reasoning())) {
                delta(out, index, "reasoningContent", Json.object().put("text", piece));
            }
            delta(out, index, "reasoningContent", Json.object().put("signature", SIGNATURE));
            stop(out, index++);
        }
        if (!answer.text().isEmpty()) {
            for (String piece : answer.pieces()) {
                delta(out, index, "text", Json.object().textNode(piece));
            }
            stop(out, index++);
        }
        for (ToolCall call : answer.toolCalls()) {
            ObjectNode start = Json.object().put("contentBlockIndex", index);
            start.putObject("start").set("toolUse", toolUse(call));
            out.event("contentBlockStart", start);
            for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
                delta(out, index, "toolUse", Json.object().put("input", piece));
            }
            stop(out, index++);
        }
        out.event("messageStop", Json.object().put("stopReason", stopReason()));
        ObjectNode metadata = Json.object();
        putTotals(metadata);
        out.event("metadata", metadata);
    }

    private static void delta(EventSink out, int index, String name, JsonNode value) throws IOException {
        ObjectNode event = Json.object().put("contentBlockIndex", index);
        event.putObject("delta").set(name, value);
        out.event("contentBlockDelta", event);
    }

    private static void stop(EventSink out, int index) throws IOException {
        out.event("contentBlockStop", Json.object().put("contentBlockIndex", index));
    }

    private static ObjectNode toolUse(ToolCall call) {
        return Json.object().put("toolUseId", call.id()).put("name", call.name());
    }

    /** The input does not hold what was read from a cache or written to one. */
    private void putTotals(ObjectNode root) {
        Usage usage = answer.usage();
        if (usage.known()) {
            ObjectNode node = root.putObject("usage")
                    .put("inputTokens", usage.input())
                    .put("outputTokens", usage.allOutput())
                    .put("totalTokens", usage.total())
                    .put("cacheReadInputTokens", usage.cacheRead())
                    .put("cacheWriteInputTokens", usage.cacheWrite());
            if (usage.cacheWrite() > 0) {
                ArrayNode details = node.putArray("cacheDetails");
                details.addObject().put("ttl", "5m").put("inputTokens", usage.cacheWrite5m());
                details.addObject().put("ttl", "1h").put("inputTokens", usage.cacheWrite1h());
            }
        }
        root.putObject("metrics").put("latencyMs", LATENCY_MS);
    }

    private String stopReason() {
        return switch (answer.finish()) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case STOP_SEQUENCE -> "stop_sequence";
            case TOOL_CALLS -> "tool_use";
            case CONTENT_FILTER -> "guardrail_intervened";
        };
    }
}
