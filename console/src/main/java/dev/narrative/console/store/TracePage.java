package dev.narrative.console.store;

import dev.narrative.console.query.TraceCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces, the latest first.
 *
 * @param next where the next page goes on, {@code null} when there is none
 */
public record TracePage(List<TraceSummary> traces, @Nullable TraceCursor next) {
    public TracePage {
        traces = List.copyOf(traces);
    }
}
