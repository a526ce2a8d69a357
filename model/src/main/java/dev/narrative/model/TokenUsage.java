package dev.narrative.model;

/**
 * The tokens of one model call in buckets that share none, so that each can have its own price. Providers count
 * differently: some include cached tokens in the input and reasoning in the output, some don't.
 *
 * @param input read anew: neither from the cache nor written to it
 * @param cacheRead read from the cache
 * @param cacheWrite written to the cache, to be kept for the provider's usual time
 * @param cacheWriteLong written to the cache, to be kept for an hour
 * @param output without reasoning
 * @param reasoning thought and not said, paid as output
 */
public record TokenUsage(
        long input, long cacheRead, long cacheWrite, long cacheWriteLong, long output, long reasoning) {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0, 0);

    /** A count below zero can't be: it counts as nothing. */
    public TokenUsage {
        input = Math.max(0, input);
        cacheRead = Math.max(0, cacheRead);
        cacheWrite = Math.max(0, cacheWrite);
        cacheWriteLong = Math.max(0, cacheWriteLong);
        output = Math.max(0, output);
        reasoning = Math.max(0, reasoning);
    }

    /** Usage whose totals include the cached and the reasoning tokens, as OpenAI and Gemini tell it. */
    public static TokenUsage ofTotals(
            long totalInput, long cacheRead, long cacheWrite, long totalOutput, long reasoning) {
        long cached = Math.max(0, cacheRead);
        long written = Math.max(0, cacheWrite);
        long thought = Math.max(0, reasoning);
        return new TokenUsage(
                totalInput - cached - written, cached, written, 0, Math.max(0, totalOutput) - thought, thought);
    }

    public long totalInput() {
        return input + cacheRead + cacheWrite + cacheWriteLong;
    }

    public long totalOutput() {
        return output + reasoning;
    }
}
