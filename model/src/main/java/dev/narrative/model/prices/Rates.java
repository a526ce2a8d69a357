package dev.narrative.model.prices;

import dev.narrative.model.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * US dollars for a million tokens of each kind; {@code null} where no price is known.
 *
 * @param cachedWriteLong tokens that stay in the cache for an hour
 */
record Rates(
        @Nullable Double input,
        @Nullable Double output,
        @Nullable Double cachedRead,
        @Nullable Double cachedWrite,
        @Nullable Double cachedWriteLong,
        @Nullable Double reasoning) {
    static final Rates NONE = new Rates(null, null, null, null, null, null);

    private static final double MILLION = 1e6;

    /** These rates, and those of the other where these have none. */
    Rates over(Rates other) {
        return new Rates(
                either(input, other.input),
                either(output, other.output),
                either(cachedRead, other.cachedRead),
                either(cachedWrite, other.cachedWrite),
                either(cachedWriteLong, other.cachedWriteLong),
                either(reasoning, other.reasoning));
    }

    /** The cost; {@code null} when the call used tokens that have no price. */
    @Nullable
    Cost cost(TokenUsage usage) {
        Double written = either(cachedWrite, input);
        double in = amount(usage.input(), input)
                + amount(usage.cacheRead(), either(cachedRead, input))
                + amount(usage.cacheWrite(), written)
                + amount(usage.cacheWriteLong(), either(cachedWriteLong, written));
        double out = amount(usage.output(), output) + amount(usage.reasoning(), either(reasoning, output));
        return Double.isNaN(in) || Double.isNaN(out) ? null : new Cost(in, out);
    }

    private static double amount(long tokens, @Nullable Double rate) {
        if (tokens == 0) {
            return 0;
        }
        return rate == null ? Double.NaN : tokens * rate / MILLION;
    }

    private static @Nullable Double either(@Nullable Double first, @Nullable Double second) {
        return first == null ? second : first;
    }
}
