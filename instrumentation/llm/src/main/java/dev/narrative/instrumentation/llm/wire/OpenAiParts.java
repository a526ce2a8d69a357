package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.model.json.JsonValue;

/** The parts of a message whose content is a list, in the words of the chat and of the responses API. */
final class OpenAiParts {
    private OpenAiParts() {}

    static void read(JsonValue part, Message message) {
        switch (part.text("type", "")) {
            case "refusal" -> message.text(part.get("refusal"));
            case "thinking" -> {
                message.reasoning(part.get("thinking"));
                part.get("thinking").elements().forEach(thought -> message.reasoning(thought.get("text")));
            }
            case "reasoning_text", "summary_text" -> message.reasoning(part.get("text"));
            case "image_url", "input_image" -> {
                JsonValue url = part.get("image_url");
                message.reference("uri", "image", url.isObject() ? url.get("url") : url);
                message.reference("file", "image", part.get("file_id"));
            }
            case "video_url" ->
                message.reference("uri", "video", part.get("video_url").get("url"));
            case "input_audio" -> {
                JsonValue audio = part.get("input_audio");
                String format = audio.text("format");
                message.blob("audio", format == null ? null : "audio/" + format, audio.get("data"));
            }
            case "file", "input_file" -> {
                JsonValue file = part.get("file").isObject() ? part.get("file") : part;
                message.reference("file", "document", file.get("file_id"));
                message.reference("uri", "document", file.get("file_data"));
                message.reference("uri", "document", file.get("file_url"));
            }
            default -> message.text(part.get("text"));
        }
    }
}
