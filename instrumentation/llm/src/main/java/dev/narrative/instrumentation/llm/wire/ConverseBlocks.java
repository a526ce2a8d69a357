package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The content blocks of Bedrock's Converse: each is told by the one member that it has. */
final class ConverseBlocks {
    private ConverseBlocks() {}

    static void content(JsonValue blocks, Message message) {
        message.text(blocks);
        for (JsonValue block : blocks.elements()) {
            block(block, message);
        }
    }

    private static void block(JsonValue block, Message message) {
        message.text(block.get("text"));
        message.text(block.get("guardContent").get("text").get("text"));
        message.reasoning(block.get("reasoningContent").get("reasoningText").get("text"));
        JsonValue use = block.get("toolUse");
        if (use.isObject()) {
            String key = message.newToolKey();
            begin(key, block, message);
            message.toolArguments(key, use.get("input"));
        }
        JsonValue result = block.get("toolResult");
        if (result.isObject()) {
            ToolResults.add(message, result.text("toolUseId"), result.get("content"));
            result.get("content").elements().forEach(inner -> files(inner, message));
        }
        files(block, message);
    }

    /** A block whose content follows in deltas. */
    static void begin(String key, JsonValue start, Message message) {
        JsonValue use = start.get("toolUse");
        if (!use.isObject()) {
            return;
        }
        if (use.text("type", "").equals("server_tool_use")) {
            message.providerToolCall(key, use.text("toolUseId"), use.text("name"));
        } else {
            message.toolCall(key, use.text("toolUseId"), use.text("name"));
        }
    }

    static void delta(String key, JsonValue delta, Message message) {
        message.text(delta.get("text"));
        message.reasoning(delta.get("reasoningContent").get("text"));
        message.toolArguments(key, delta.get("toolUse").get("input"));
    }

    private static void files(JsonValue block, Message message) {
        for (String kind : new String[] {"image", "document", "video", "audio"}) {
            JsonValue file = block.get(kind);
            if (file.isObject()) {
                file(kind, file, message);
            }
        }
    }

    private static void file(String kind, JsonValue file, Message message) {
        JsonValue source = file.get("source");
        JsonValue place = source.get("s3Location").get("uri");
        if (place.isPresent()) {
            message.reference("uri", kind, place);
        } else if (source.has("bytes")) {
            message.blob(kind, mediaType(kind, file.text("format")), source.get("bytes"));
        }
    }

    private static @Nullable String mediaType(String kind, @Nullable String format) {
        return format == null ? null : (kind.equals("document") ? "application" : kind) + "/" + format;
    }
}
