package dev.narrative.console.store;

import org.jspecify.annotations.Nullable;

/**
 * Model calls of one group, summed up. Percentiles are in nanoseconds and right within one percent.
 *
 * @param key what the calls have in common; empty where they lack it
 * @param unpriced calls that used tokens and had no price
 * @param cost US dollars; {@code null} where no call had a price
 * @param p50 durations
 * @param firstToken the median time to the first token of the calls that streamed, {@code null} where none did
 */
public record StatsRow(
        String key,
        long calls,
        long errors,
        long unpriced,
        long inputTokens,
        long outputTokens,
        @Nullable Double cost,
        long p50,
        long p95,
        long p99,
        @Nullable Long firstToken) {}
