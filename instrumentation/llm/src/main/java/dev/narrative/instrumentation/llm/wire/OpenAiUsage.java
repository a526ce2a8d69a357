package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;

/** Token counts in OpenAI's words, of which each provider and gateway has added some. */
final class OpenAiUsage {
    private OpenAiUsage() {}

    static void read(JsonValue usage, ModelCall call) {
        if (!usage.isObject()) {
            return;
        }
        JsonValue inDetails = first(usage, "prompt_tokens_details", "input_tokens_details");
        JsonValue outDetails = first(usage, "completion_tokens_details", "output_tokens_details");
        long in = number(first(usage, "prompt_tokens", "input_tokens"));
        long out = number(first(usage, "completion_tokens", "output_tokens"));
        long cached = number(first(
                inDetails.get("cached_tokens"),
                // DeepSeek, Moonshot, and gateways before Anthropic's models.
                usage.get("prompt_cache_hit_tokens"),
                usage.get("cached_tokens"),
                usage.get("cache_read_input_tokens")));
        long written = number(first(
                inDetails.get("cache_write_tokens"),
                inDetails.get("cache_creation_tokens"),
                usage.get("cache_creation_input_tokens")));
        long reasoning = number(first(outDetails.get("reasoning_tokens"), usage.get("reasoning_tokens")));
        if (isApart(reasoning, in, out, number(usage.get("total_tokens")))) {
            out += reasoning;
        }
        call.usage(TokenUsage.ofTotals(in, cached, written, out, reasoning));
    }

    /** Whether reasoning is not part of the completion's tokens, as xAI counts. */
    private static boolean isApart(long reasoning, long in, long out, long total) {
        return reasoning > out || (reasoning > 0 && total == in + out + reasoning);
    }

    private static JsonValue first(JsonValue from, String name, String otherName) {
        return first(from.get(name), from.get(otherName));
    }

    private static JsonValue first(JsonValue... candidates) {
        for (JsonValue candidate : candidates) {
            if (candidate.isPresent()) {
                return candidate;
            }
        }
        return JsonValue.missing();
    }

    private static long number(JsonValue value) {
        return Math.max(0, value.integer(0));
    }
}
