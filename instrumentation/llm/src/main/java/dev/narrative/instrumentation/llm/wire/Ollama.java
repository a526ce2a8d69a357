package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;

/** What Ollama's own formats have in common. */
final class Ollama {
    private Ollama() {}

    static void parameters(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        JsonValue options = body.get("options");
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, options.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, options.get("top_p"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, options.get("top_k"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, options.get("num_predict"));
        call.integer(AttributeNames.GEN_AI_REQUEST_SEED, options.get("seed"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_FREQUENCY_PENALTY, options.get("frequency_penalty"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_PRESENCE_PENALTY, options.get("presence_penalty"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, options.get("stop"));
        call.string(AttributeNames.LLM_REASONING_EFFORT, body.get("think"));
    }

    /** Ollama streams unless it is told not to. */
    static void streamsByDefault(JsonValue body, ModelCall call) {
        JsonValue stream = body.get("stream");
        call.streaming(!stream.isPresent() || stream.isTrue());
    }

    /** Totals come with the last line, and a prompt that was in memory has no count. */
    static void end(JsonValue line, ModelCall call) {
        OpenAi.error(line, call);
        call.responseModel(line.text("model"));
        if (line.has("prompt_eval_count") || line.has("eval_count")) {
            long in = line.get("prompt_eval_count").integer(0);
            long out = line.get("eval_count").integer(0);
            call.usage(TokenUsage.ofTotals(in, 0, 0, out, 0));
        }
        if (line.get("done").isTrue()) {
            call.finish(0, line.text("done_reason", "stop"));
        }
    }
}
