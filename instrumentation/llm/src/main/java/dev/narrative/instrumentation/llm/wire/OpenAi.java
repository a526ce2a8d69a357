package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
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
        call.string(AttributeNames.LLM_REASONING_EFFORT, body.get("reasoning").get("effort"));
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

    /** A message of a request. */
    static void message(JsonValue message, ModelCall call) {
        String role = message.text("role", "user");
        switch (role) {
            case "tool", "function" -> {
                String id = message.text("tool_call_id", message.text("name", ""));
                ToolResults.add(call.input("tool"), id.isEmpty() ? null : id, message.get("content"));
            }
            case "developer" -> said(message, call.input("system"), null);
            default -> said(message, call.input(role), null);
        }
    }

    /**
     * What a message says, whole or in a piece of a stream.
     *
     * @param answering the call that gets an answer, {@code null} for what was asked
     */
    static void said(JsonValue said, Message message, @Nullable ModelCall answering) {
        boolean thinks = reasoning(said, message);
        boolean speaks = content(said.get("content"), message);
        boolean isToken = OpenAiToolCalls.read(said, message) || thinks || speaks;
        JsonValue refusal = said.get("refusal");
        message.text(refusal);
        JsonValue audio = said.get("audio");
        if (audio.isObject()) {
            message.text(audio.get("transcript"));
            if (audio.has("expires_at") && audio.has("data")) {
                message.blob("audio", null, audio.get("data"));
            }
        }
        if (answering != null && (isToken || isText(refusal) || audio.isObject())) {
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
            OpenAiParts.read(part, message);
        }
        return isText(content) || content.size() > 0;
    }

    private static boolean isText(JsonValue value) {
        String text = value.text();
        return text != null && !text.isEmpty();
    }
}
