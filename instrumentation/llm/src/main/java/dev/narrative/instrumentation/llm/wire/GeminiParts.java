package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The parts of Gemini's contents. */
final class GeminiParts {
    private GeminiParts() {}

    /** A turn of the conversation that was sent. */
    static void content(JsonValue content, ModelCall call) {
        JsonValue parts = content.get("parts");
        boolean isToolAnswer = GeminiContent.either(parts.at(0), "functionResponse", "function_response")
                .isPresent();
        String role = content.text("role", "user");
        read(parts, call.input(isToolAnswer ? "tool" : role.equals("model") ? "assistant" : role));
    }

    static void read(JsonValue parts, Message message) {
        for (JsonValue part : parts.elements()) {
            part(part, message);
        }
    }

    private static void part(JsonValue part, Message message) {
        if (part.get("thought").isTrue()) {
            message.reasoning(part.get("text"));
        } else {
            message.text(part.get("text"));
        }
        JsonValue call = GeminiContent.either(part, "functionCall", "function_call");
        if (call.isObject()) {
            message.toolCall(call.text("id"), call.text("name"), call.get("args"));
        }
        JsonValue answer = GeminiContent.either(part, "functionResponse", "function_response");
        if (answer.isObject()) {
            String id = answer.text("id");
            message.toolResult(id == null ? answer.text("name") : id, answer.get("response"));
        }
        JsonValue code = GeminiContent.either(part, "executableCode", "executable_code");
        if (code.isObject()) {
            String key = message.newToolKey();
            message.providerToolCall(key, code.text("id"), "code_execution");
            message.toolArguments(key, code.get("code"));
        }
        JsonValue result = GeminiContent.either(part, "codeExecutionResult", "code_execution_result");
        if (result.isObject()) {
            message.toolResult(result.text("id"), result.get("output"));
        }
        file(part, message);
    }

    private static void file(JsonValue part, Message message) {
        JsonValue inline = GeminiContent.either(part, "inlineData", "inline_data");
        if (inline.isObject()) {
            String type = mediaType(inline);
            message.blob(modality(type), type, inline.get("data"));
        }
        JsonValue file = GeminiContent.either(part, "fileData", "file_data");
        if (file.isObject()) {
            message.reference("uri", modality(mediaType(file)), GeminiContent.either(file, "fileUri", "file_uri"));
        }
    }

    private static @Nullable String mediaType(JsonValue data) {
        return GeminiContent.either(data, "mimeType", "mime_type").text();
    }

    private static String modality(@Nullable String mediaType) {
        if (mediaType != null) {
            for (String known : new String[] {"image", "audio", "video"}) {
                if (mediaType.startsWith(known + "/")) {
                    return known;
                }
            }
        }
        return "document";
    }
}
