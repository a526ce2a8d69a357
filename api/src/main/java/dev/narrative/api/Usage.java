package dev.narrative.api;

/**
 * The tokens of one model call in buckets that share none, so that each can have its own price. A count below zero is
 * taken for zero.
 *
 * @param input tokens that were read anew: neither from the provider's cache nor written to it
 * @param cacheRead tokens that were read from the cache
 * @param cacheWrite tokens that were written to the cache
 * @param output tokens of the answer, without reasoning
 * @param reasoning tokens that were thought and not said; paid as output
 */
public record Usage(long input, long cacheRead, long cacheWrite, long output, long reasoning) {
    /** Usage without cache and reasoning. */
    public static Usage of(long input, long output) {
        return new Usage(input, 0, 0, output, 0);
    }

    /** Usage as OpenAI and Gemini tell it: the input includes the cached tokens, the output the reasoning. */
    public static Usage ofTotals(long totalInput, long cacheRead, long totalOutput, long reasoning) {
        return new Usage(totalInput - cacheRead, cacheRead, 0, totalOutput - reasoning, reasoning);
    }
}
