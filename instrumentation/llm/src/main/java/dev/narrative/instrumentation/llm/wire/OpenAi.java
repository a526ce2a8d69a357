package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What the formats of OpenAI have in common. */
final class OpenAi {
    private OpenAi() {}

    static void parameters(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.streaming(body.get("stream").isTrue());
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, body.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, body.get("top_p"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, body.get("top_k"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, body.get("max_tokens"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, body.get("max_completion_tokens"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, body.get("max_output_tokens"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_FREQUENCY_PENALTY, body.get("frequency_penalty"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_PRESENCE_PENALTY, body.get("presence_penalty"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, body.get("seed"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, body.get("stop"));
        call.string(AttributeNames.LLM_REASONING_EFFORT, body.get("reasoning_effort"));
        call.string(AttributeNames.LLM_SERVICE_TIER, body.get("service_tier"));
    }

    static void identity(JsonValue body, ModelCall call) {
        call.responseId(body.text("id"));
        call.responseModel(body.text("model"));
    }

    static void error(JsonValue body, ModelCall call) {
        if (body.has("error")) {
            ErrorBody.read(body, call);
        }
    }

    static void usage(JsonValue usage, ModelCall call) {
        if (!usage.isObject()) {
            return;
        }
        JsonValue in = usage.get("prompt_tokens_details");
        JsonValue out = usage.get("completion_tokens_details");
        long cached = in.get("cached_tokens")
                .integer(usage.get("prompt_cache_hit_tokens").integer(0));
        call.usage(TokenUsage.ofTotals(
                usage.get("prompt_tokens").integer(0),
                cached,
                in.get("cache_write_tokens").integer(0),
                usage.get("completion_tokens").integer(0),
                out.get("reasoning_tokens").integer(0)));
    }

    /** A message of a request. */
    static void message(JsonValue message, ModelCall call) {
        String role = message.text("role", "user");
        if (role.equals("tool") || role.equals("function")) {
            call.input("tool").toolResult(message.text("tool_call_id"), message.get("content"));
            return;
        }
        said(message, role.equals("developer") ? call.input("system") : call.input(role), null);
    }

    /**
     * What a message says, whole or in a piece of a stream.
     *
     * @param answering the call that gets an answer, {@code null} for what was asked
     */
    static void said(JsonValue said, Message message, @Nullable ModelCall answering) {
        boolean thinks = reasoning(said, message);
        boolean speaks = content(said.get("content"), message);
        boolean isToken = toolCalls(said, message) || thinks || speaks;
        if (said.has("refusal")) {
            message.text(said.get("refusal"));
            isToken = true;
        }
        if (isToken && answering != null) {
            answering.tokenArrived();
        }
    }

    private static boolean reasoning(JsonValue said, Message message) {
        JsonValue thought = said.get("reasoning_content");
        if (!thought.isPresent()) {
            thought = said.get("reasoning");
        }
        message.reasoning(thought);
        return isText(thought);
    }

    private static boolean content(JsonValue content, Message message) {
        message.text(content);
        for (JsonValue part : content.elements()) {
            part(part, message);
        }
        return isText(content) || content.size() > 0;
    }

    private static void part(JsonValue part, Message message) {
        switch (part.text("type", "")) {
            case "text", "input_text", "output_text" -> message.text(part.get("text"));
            case "refusal" -> message.text(part.get("refusal"));
            case "thinking" ->
                part.get("thinking").elements().forEach(thought -> message.reasoning(thought.get("text")));
            case "image_url" -> {
                JsonValue url = part.get("image_url");
                message.reference("uri", "image", url.isObject() ? url.get("url") : url);
            }
            case "input_image" -> message.reference("uri", "image", part.get("image_url"));
            case "input_audio" -> {
                JsonValue audio = part.get("input_audio");
                String format = audio.text("format");
                message.blob("audio", format == null ? null : "audio/" + format, audio.get("data"));
            }
            case "file", "input_file" -> {
                JsonValue file = part.get("file").isObject() ? part.get("file") : part;
                message.reference("file", "document", file.get("file_id"));
                message.reference("uri", "document", file.get("file_data"));
            }
            default -> message.text(part.get("text"));
        }
    }

    private static boolean toolCalls(JsonValue said, Message message) {
        int position = 0;
        for (JsonValue call : said.get("tool_calls").elements()) {
            String key = Long.toString(call.get("index").integer(position++));
            JsonValue function = call.get("function");
            message.toolCall(key, call.text("id"), function.text("name"));
            message.toolArguments(key, function.get("arguments"));
        }
        JsonValue legacy = said.get("function_call");
        if (legacy.isObject()) {
            message.toolCall("function", null, legacy.text("name"));
            message.toolArguments("function", legacy.get("arguments"));
        }
        return position > 0 || legacy.isObject();
    }

    private static boolean isText(JsonValue value) {
        String text = value.text();
        return text != null && !text.isEmpty();
    }
}
