package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;

/**
 * Anthropic's token counts: the input is told without the cached tokens, the output with what was thought. A stream tells
 * the input at its start, and later counts that replace, not add to, those of the same name.
 */
final class AnthropicUsage {
    private AnthropicUsage() {}

    static void read(JsonValue usage, ModelCall call) {
        if (!usage.isObject()) {
            return;
        }
        TokenUsage before = call.usage() == null ? TokenUsage.NONE : call.usage();
        JsonValue byTime = usage.get("cache_creation");
        long writtenLong = byTime.get("ephemeral_1h_input_tokens").integer(before.cacheWriteLong());
        long written = byTime.get("ephemeral_5m_input_tokens").integer(before.cacheWrite()) + writtenLong;
        written = usage.get("cache_creation_input_tokens").integer(written);
        call.usage(new TokenUsage(
                usage.get("input_tokens").integer(before.input()),
                usage.get("cache_read_input_tokens").integer(before.cacheRead()),
                written - Math.min(written, writtenLong),
                Math.min(written, writtenLong),
                usage.get("output_tokens").integer(before.output()),
                0));
    }
}
