package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Writes one answer as Anthropic's message, whole or in events. */
final class AnthropicWire {
    private static final String SIGNATURE = "bmFycmF0aXZl";
    private static final int ARGUMENT_PIECES = 3;

    private final Prompt prompt;
    private final Answer answer;

    AnthropicWire(Prompt prompt, Answer answer) {
        this.prompt = prompt;
        this.answer = answer;
    }

    ObjectNode message() {
        ArrayNode content = Json.object().putArray("content");
        if (!answer.reasoning().isEmpty()) {
            content.add(thinking(answer.reasoning(), SIGNATURE));
        }
        if (!answer.text().isEmpty()) {
            content.add(text(answer.wholeText()));
        }
        for (ToolCall call : answer.toolCalls()) {
            content.add(toolUse(call, Json.parse(call.arguments())));
        }
        ObjectNode message = message(content, stopReason());
        if (answer.usage().known()) {
            message.set("usage", usage(answer.usage().allOutput()));
        }
        return message;
    }

    /** The first event holds what went in, the last but one what came out in all. */
    void events(EventSink out) throws IOException {
        ObjectNode start =
                message(Json.object().putArray("content"), Json.object().nullNode());
        if (answer.usage().known()) {
            start.set("usage", usage(1));
        }
        out.event("message_start", typed("message_start", "message", start));
        int index = 0;
        if (!answer.reasoning().isEmpty()) {
            startBlock(out, index, thinking("", ""));
            for (String piece : Pieces.words(answer.reasoning())) {
                delta(out, index, "thinking_delta", "thinking", piece);
            }
            delta(out, index, "signature_delta", "signature", SIGNATURE);
            stopBlock(out, index++);
        }
        if (!answer.text().isEmpty()) {
            startBlock(out, index, text(""));
            out.event("ping", Json.object().put("type", "ping"));
            for (String piece : answer.pieces()) {
                delta(out, index, "text_delta", "text", piece);
            }
            stopBlock(out, index++);
        }
        for (ToolCall call : answer.toolCalls()) {
            startBlock(out, index, toolUse(call, Json.object()));
            for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
                delta(out, index, "input_json_delta", "partial_json", piece);
            }
            stopBlock(out, index++);
        }
        ObjectNode end = Json.object();
        end.set("stop_reason", stopReason());
        end.putNull("stop_sequence");
        ObjectNode last = typed("message_delta", "delta", end);
        if (answer.usage().known()) {
            last.set("usage", cumulativeUsage());
        }
        out.event("message_delta", last);
        out.event("message_stop", Json.object().put("type", "message_stop"));
    }

    private static void startBlock(EventSink out, int index, ObjectNode block) throws IOException {
        ObjectNode event = Json.object().put("type", "content_block_start").put("index", index);
        event.set("content_block", block);
        out.event("content_block_start", event);
    }

    private static void delta(EventSink out, int index, String type, String field, String value) throws IOException {
        ObjectNode event = Json.object().put("type", "content_block_delta").put("index", index);
        event.putObject("delta").put("type", type).put(field, value);
        out.event("content_block_delta", event);
    }

    private static void stopBlock(EventSink out, int index) throws IOException {
        out.event(
                "content_block_stop",
                Json.object().put("type", "content_block_stop").put("index", index));
    }

    private static ObjectNode typed(String type, String name, ObjectNode value) {
        ObjectNode event = Json.object().put("type", type);
        event.set(name, value);
        return event;
    }

    private static ObjectNode thinking(String text, String signature) {
        return Json.object().put("type", "thinking").put("thinking", text).put("signature", signature);
    }

    private static ObjectNode text(String text) {
        return Json.object().put("type", "text").put("text", text);
    }

    private static ObjectNode toolUse(ToolCall call, JsonNode input) {
        ObjectNode block = Json.object().put("type", "tool_use").put("id", call.id());
        block.put("name", call.name()).set("input", input);
        return block;
    }

    private ObjectNode message(ArrayNode content, JsonNode stopReason) {
        ObjectNode message = Json.object()
                .put("model", answer.modelOr(prompt.model()))
                .put("id", answer.idOr("msg_" + prompt.number()))
                .put("type", "message")
                .put("role", "assistant");
        message.set("content", content);
        message.set("stop_reason", stopReason);
        return message.putNull("stop_sequence");
    }

    /** The input does not hold what was read from a cache or written to one; the output holds thinking. */
    private ObjectNode usage(long output) {
        Usage usage = answer.usage();
        ObjectNode root = Json.object()
                .put("input_tokens", usage.input())
                .put("cache_creation_input_tokens", usage.cacheWrite())
                .put("cache_read_input_tokens", usage.cacheRead());
        root.putObject("cache_creation")
                .put("ephemeral_5m_input_tokens", usage.cacheWrite5m())
                .put("ephemeral_1h_input_tokens", usage.cacheWrite1h());
        return root.put("output_tokens", output).put("service_tier", "standard");
    }

    private ObjectNode cumulativeUsage() {
        Usage usage = answer.usage();
        return Json.object()
                .put("input_tokens", usage.input())
                .put("cache_creation_input_tokens", usage.cacheWrite())
                .put("cache_read_input_tokens", usage.cacheRead())
                .put("output_tokens", usage.allOutput());
    }

    private JsonNode stopReason() {
        String reason =
                switch (answer.finish()) {
                    case STOP -> "end_turn";
                    case LENGTH -> "max_tokens";
                    case STOP_SEQUENCE -> "stop_sequence";
                    case TOOL_CALLS -> "tool_use";
                    case CONTENT_FILTER -> "refusal";
                };
        return Json.object().textNode(reason);
    }
}
