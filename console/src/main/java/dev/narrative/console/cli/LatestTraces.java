package dev.narrative.console.cli;

import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;
import java.util.function.Consumer;

/** The latest traces that a query finds, a page at a time; the query's limit is how many at most. */
record LatestTraces(TraceQueries traces, TraceQuery query, int pageSize) {
    /**
     * What was gone through.
     *
     * @param more whether the query finds more than its limit
     */
    record Count(int traces, boolean more) {}

    /** Hands over the outline of each trace. */
    Count forEach(Consumer<List<JournalSpan>> taker) {
        int taken = 0;
        TraceCursor cursor = query.after();
        while (taken < query.limit()) {
            int size = Math.min(pageSize, query.limit() - taken);
            TracePage page = traces.traces(new TraceQuery(
                    query.conditions(), query.text(), query.sinceNanos(), query.untilNanos(), size, cursor));
            page.traces().forEach(trace -> taker.accept(traces.outline(trace.id())));
            taken += page.traces().size();
            cursor = page.next();
            if (cursor == null) {
                return new Count(taken, false);
            }
        }
        return new Count(taken, true);
    }
}
