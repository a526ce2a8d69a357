package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;

/**
 * The formats of models that have one on Bedrock only: a text in, a text out. Titan's, Llama's, Mistral's, Cohere's and
 * Anthropic's older ones and the embeddings of Titan and Nova differ in the names of the members alone.
 */
final class BedrockTexts {
    private BedrockTexts() {}

    static boolean isRequest(JsonValue body) {
        return body.text("prompt") != null
                || body.text("inputText") != null
                || body.get("singleEmbeddingParams").isObject();
    }

    static void request(JsonValue body, ModelCall call) {
        JsonValue config = body.has("textGenerationConfig") ? body.get("textGenerationConfig") : body;
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, config.get("temperature"));
        for (String name : new String[] {"top_p", "topP", "p"}) {
            call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, config.get(name));
        }
        for (String name : new String[] {"top_k", "topK", "k"}) {
            call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, config.get(name));
        }
        for (String name :
                new String[] {"max_tokens", "maxTokens", "maxTokenCount", "max_gen_len", "max_tokens_to_sample"}) {
            call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, config.get(name));
        }
        for (String name : new String[] {"stop", "stop_sequences", "stopSequences"}) {
            call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, config.get(name));
        }
        call.integer(AttributeNames.GEN_AI_EMBEDDINGS_DIMENSION_COUNT, body.get("dimensions"));
        JsonValue embedded = body.get("singleEmbeddingParams").get("text").get("value");
        for (JsonValue text : new JsonValue[] {body.get("prompt"), body.get("inputText"), embedded}) {
            Inputs.texts(text, call);
        }
    }

    /** A whole answer or a piece of one. */
    static void answer(JsonValue body, ModelCall call) {
        said(body, call);
        for (String list : new String[] {"results", "outputs", "generations", "choices"}) {
            for (JsonValue one : body.get(list).elements()) {
                said(one, call);
            }
        }
        usage(body, call);
    }

    private static void said(JsonValue from, ModelCall call) {
        for (String name : new String[] {"outputText", "generation", "completion", "text"}) {
            String text = from.text(name);
            if (text != null && !text.isEmpty()) {
                call.output(0).text(from.get(name));
                call.tokenArrived();
            }
        }
        for (String name : new String[] {"completionReason", "stop_reason", "finish_reason"}) {
            call.finish(0, from.text(name));
        }
    }

    private static void usage(JsonValue body, ModelCall call) {
        JsonValue in = first(body, "inputTextTokenCount", "prompt_token_count");
        JsonValue out = first(body, "totalOutputTextTokenCount", "generation_token_count");
        if (!out.isNumber()) {
            out = body.get("results").at(0).get("tokenCount");
        }
        TokenUsage before = call.usage();
        if (in.isNumber() || out.isNumber()) {
            call.usage(TokenUsage.ofTotals(
                    in.integer(before == null ? 0 : before.totalInput()),
                    0,
                    0,
                    out.integer(before == null ? 0 : before.totalOutput()),
                    0));
        }
        OpenAiUsage.read(body.get("usage"), call);
    }

    private static JsonValue first(JsonValue from, String name, String other) {
        return from.has(name) ? from.get(name) : from.get(other);
    }
}
