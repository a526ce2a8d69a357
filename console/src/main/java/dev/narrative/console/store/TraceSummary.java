package dev.narrative.console.store;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * A trace in one line.
 *
 * @param name the root's; where no root came, that of the earliest span
 * @param service the process that the root ran in
 * @param startNanos since the epoch, as the end is
 * @param endNanos the latest end of a span; the start, while none has ended
 * @param spans open ones included
 * @param running open spans in processes that live
 * @param interrupted open spans in processes that have gone
 * @param inputTokens cached ones included
 * @param outputTokens reasoning included
 * @param cost US dollars; {@code null} where no call had a price
 */
public record TraceSummary(
        TraceId id,
        String name,
        String service,
        long startNanos,
        long endNanos,
        long spans,
        long errors,
        long running,
        long interrupted,
        long inputTokens,
        long outputTokens,
        @Nullable Double cost,
        @Nullable String session,
        @Nullable String story,
        @Nullable String user) {

    public long durationNanos() {
        return endNanos - startNanos;
    }

    public TraceStatus status() {
        if (running > 0) {
            return TraceStatus.RUNNING;
        }
        if (interrupted > 0) {
            return TraceStatus.INTERRUPTED;
        }
        return errors > 0 ? TraceStatus.ERROR : TraceStatus.OK;
    }
}
