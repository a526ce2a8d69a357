package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What tools gave back: a text, any JSON, or a list of blocks, of which the texts are told. */
final class ToolResults {
    private ToolResults() {}

    static void add(Message message, @Nullable String id, JsonValue content) {
        if (!content.isArray()) {
            if (content.isPresent()) {
                message.toolResult(id, content);
            } else {
                message.toolResult(id, "");
            }
            return;
        }
        StringBuilder texts = new StringBuilder();
        for (JsonValue block : content.elements()) {
            append(texts, block);
        }
        message.toolResult(id, texts.toString());
    }

    private static void append(StringBuilder texts, JsonValue block) {
        String text = block.text() == null ? block.text("text") : block.text();
        if (text == null && block.has("json")) {
            text = block.get("json").toJson();
        }
        if (text != null) {
            texts.append(texts.isEmpty() ? "" : "\n").append(text);
        }
    }
}
