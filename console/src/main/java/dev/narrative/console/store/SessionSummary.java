package dev.narrative.console.store;

import org.jspecify.annotations.Nullable;

/**
 * A session in one line: the sums over its traces.
 *
 * @param startNanos since the epoch, as the end is
 * @param errors failed spans
 * @param running traces that have an open span in a process that lives
 * @param cost US dollars; {@code null} where no call had a price
 * @param story the latest trace's that has one, as the user is
 */
public record SessionSummary(
        String id,
        long startNanos,
        long endNanos,
        long traces,
        long spans,
        long errors,
        long running,
        long inputTokens,
        long outputTokens,
        @Nullable Double cost,
        @Nullable String story,
        @Nullable String user) {}
