package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Google's generateContent, of the Gemini API and of Vertex AI. Each piece of a stream is a small answer. */
final class GeminiContent implements WireFormat {
    @Override
    public String operation() {
        return "generate_content";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        JsonValue contents = body.get("contents");
        return contents.isArray() || contents.get("parts").isArray();
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        parameters(either(body, "generationConfig", "generation_config"), call);
        call.tools(body.get("tools"));
        JsonValue system = either(body, "systemInstruction", "system_instruction");
        if (system.isObject()) {
            GeminiParts.read(system.get("parts"), call.system());
        }
        JsonValue contents = body.get("contents");
        if (contents.isObject()) {
            GeminiParts.content(contents, call);
        }
        for (JsonValue content : contents.elements()) {
            GeminiParts.content(content, call);
        }
    }

    private static void parameters(JsonValue config, ModelCall call) {
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, config.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, either(config, "topP", "top_p"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, either(config, "topK", "top_k"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, either(config, "maxOutputTokens", "max_output_tokens"));
        call.integer(AttributeNames.GEN_AI_REQUEST_CHOICE_COUNT, either(config, "candidateCount", "candidate_count"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, config.get("seed"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_PRESENCE_PENALTY, config.get("presencePenalty"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_FREQUENCY_PENALTY, config.get("frequencyPenalty"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, either(config, "stopSequences", "stop_sequences"));
        call.string(
                AttributeNames.LLM_REASONING_EFFORT,
                config.get("thinkingConfig").get("thinkingLevel"));
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        piece(null, body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        OpenAi.error(data, call);
        call.responseId(data.text("responseId"));
        call.responseModel(data.text("modelVersion"));
        for (JsonValue candidate : data.get("candidates").elements()) {
            int number = (int) candidate.get("index").integer(0);
            JsonValue parts = candidate.get("content").get("parts");
            if (parts.size() > 0) {
                GeminiParts.read(parts, call.output(number));
                call.tokenArrived();
            }
            call.finish(number, candidate.text("finishReason"));
        }
        blocked(data.get("promptFeedback").text("blockReason"), call);
        usage(data.get("usageMetadata"), call);
    }

    /** A prompt that was refused has no candidate. */
    private static void blocked(@Nullable String reason, ModelCall call) {
        if (reason != null && !reason.equals("BLOCK_REASON_UNSPECIFIED")) {
            call.finish(0, reason);
            call.output(0).finish("content_filter");
        }
    }

    /** Thoughts are not among the candidates' tokens; what tools read for the prompt is not among the prompt's. */
    private static void usage(JsonValue usage, ModelCall call) {
        if (!usage.isObject()) {
            return;
        }
        long cached = Math.max(0, usage.get("cachedContentTokenCount").integer(0));
        long prompt = Math.max(0, usage.get("promptTokenCount").integer(0));
        long tools = Math.max(0, usage.get("toolUsePromptTokenCount").integer(0));
        call.usage(new TokenUsage(
                Math.max(0, prompt - cached) + tools,
                cached,
                0,
                0,
                usage.get("candidatesTokenCount").integer(0),
                usage.get("thoughtsTokenCount").integer(0)));
    }

    /** Google's servers take both spellings. */
    static JsonValue either(JsonValue from, String camel, String snake) {
        return from.has(camel) ? from.get(camel) : from.get(snake);
    }
}
