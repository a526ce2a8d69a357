package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;

/** The content blocks of Anthropic's messages, whole or in pieces. */
final class AnthropicBlocks {
    private AnthropicBlocks() {}

    static void message(JsonValue message, ModelCall call) {
        JsonValue content = message.get("content");
        boolean isToolAnswer = content.at(0).text("type", "").equals("tool_result");
        content(content, call.input(isToolAnswer ? "tool" : message.text("role", "user")));
    }

    /** A text, or a list of blocks. */
    static void content(JsonValue content, Message message) {
        message.text(content);
        for (JsonValue block : content.elements()) {
            begin(message.newToolKey(), block, message);
        }
    }

    /** A block that is whole, or begins and has its content in the deltas that follow. */
    static void begin(String key, JsonValue block, Message message) {
        String type = block.text("type", "");
        switch (type) {
            case "text" -> message.text(block.get("text"));
            case "thinking" -> message.reasoning(block.get("thinking"));
            case "tool_use" -> {
                message.toolCall(key, block.text("id"), block.text("name"));
                input(key, block, message);
            }
            case "server_tool_use", "mcp_tool_use" -> {
                message.providerToolCall(key, block.text("id"), block.text("name"));
                input(key, block, message);
            }
            case "image", "document" -> source(type, block.get("source"), message);
            default -> {
                if (type.endsWith("tool_result")) {
                    result(block, message);
                }
            }
        }
    }

    static void delta(String key, JsonValue delta, Message message) {
        switch (delta.text("type", "")) {
            case "text_delta" -> message.text(delta.get("text"));
            case "thinking_delta" -> message.reasoning(delta.get("thinking"));
            case "input_json_delta" -> message.toolArguments(key, delta.get("partial_json"));
            default -> {
                // Signatures and citations are not what was said.
            }
        }
    }

    /** At the start of a stream the input is an empty object that the deltas replace. */
    private static void input(String key, JsonValue block, Message message) {
        JsonValue input = block.get("input");
        if (input.size() > 0) {
            message.toolArguments(key, input);
        }
    }

    private static void result(JsonValue block, Message message) {
        JsonValue content = block.get("content");
        ToolResults.add(message, block.text("tool_use_id"), content);
        for (JsonValue inner : content.elements()) {
            String type = inner.text("type", "");
            if (type.equals("image") || type.equals("document")) {
                source(type, inner.get("source"), message);
            }
        }
    }

    private static void source(String modality, JsonValue source, Message message) {
        switch (source.text("type", "")) {
            case "base64" -> message.blob(modality, source.text("media_type"), source.get("data"));
            case "url" -> message.reference("uri", modality, source.get("url"));
            case "file" -> message.reference("file", modality, source.get("file_id"));
            case "text" -> message.text(source.get("data"));
            case "content" -> content(source.get("content"), message);
            default -> {
                // A source of a kind that is not known.
            }
        }
    }
}
