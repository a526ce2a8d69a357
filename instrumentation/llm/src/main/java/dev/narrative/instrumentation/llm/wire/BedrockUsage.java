package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bedrock's token counts, in which the input is without the cached tokens, from the three places that have them. */
final class BedrockUsage {
    private static final String HEADER = "x-amzn-bedrock-";

    private BedrockUsage() {}

    /** The usage of Converse. */
    static void read(JsonValue usage, ModelCall call) {
        if (!usage.isObject()) {
            return;
        }
        long kept = 0;
        for (JsonValue detail : usage.get("cacheDetails").elements()) {
            if (detail.text("ttl", "").equals("1h")) {
                kept += Math.max(0, detail.get("inputTokens").integer(0));
            }
        }
        // Nova's own format has other names for the last two.
        JsonValue read = either(usage, "cacheReadInputTokens", "cacheReadInputTokenCount");
        JsonValue written = either(usage, "cacheWriteInputTokens", "cacheWriteInputTokenCount");
        long writtenLong = Math.min(kept, Math.max(0, written.integer(kept)));
        call.usage(new TokenUsage(
                usage.get("inputTokens").integer(0),
                read.integer(0),
                written.integer(kept) - writtenLong,
                writtenLong,
                usage.get("outputTokens").integer(0),
                0));
    }

    /** What the last piece of any model's stream has beside the model's own words, which may tell more. */
    static void metrics(JsonValue metrics, ModelCall call) {
        if (metrics.isObject() && call.usage() == null) {
            call.usage(new TokenUsage(
                    metrics.get("inputTokenCount").integer(0),
                    metrics.get("cacheReadInputTokenCount").integer(0),
                    metrics.get("cacheWriteInputTokenCount").integer(0),
                    0,
                    metrics.get("outputTokenCount").integer(0),
                    0));
        }
    }

    static void headers(Function<String, @Nullable String> headers, ModelCall call) {
        long in = number(headers.apply(HEADER + "input-token-count"));
        long out = number(headers.apply(HEADER + "output-token-count"));
        if (in >= 0 || out >= 0) {
            call.usage(new TokenUsage(
                    in,
                    number(headers.apply(HEADER + "cache-read-input-token-count")),
                    number(headers.apply(HEADER + "cache-write-input-token-count")),
                    0,
                    out,
                    0));
        }
    }

    private static long number(@Nullable String header) {
        if (header == null || header.isEmpty() || header.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < header.length(); i++) {
            int digit = header.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static JsonValue either(JsonValue usage, String name, String other) {
        return usage.has(name) ? usage.get(name) : usage.get(other);
    }
}
