package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The traces that were looked at last, for those who page through a large one. An entry is good as long as the trace's
 * summary is the same: any span that comes changes it. Thread-safe.
 */
public final class TraceCache {
    private static final int MOST_SPANS = 100_000;

    private static final Comparator<JournalSpan> BY_START =
            Comparator.comparingLong(JournalSpan::startEpochNanos).thenComparingLong(JournalSpan::spanId);

    private final LiveIndex index;
    private final Map<TraceId, CachedTrace> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int held;

    public TraceCache(LiveIndex index) {
        this.index = index;
    }

    /** The trace of this id; a problem when there is none. */
    CachedTrace get(TraceId id) {
        return index.ask(traces -> {
            TraceSummary summary = traces.trace(id).orElseThrow(() -> missing(id));
            CachedTrace known = find(id);
            if (known != null && known.summary().equals(summary)) {
                return known;
            }
            CachedTrace fresh = new CachedTrace(summary, inOrder(traces.outline(id)));
            keep(fresh);
            return fresh;
        });
    }

    static Problem missing(TraceId id) {
        return Problem.notFound("there is no trace " + id);
    }

    static List<JournalSpan> inOrder(Collection<JournalSpan> spans) {
        return spans.stream().sorted(BY_START).toList();
    }

    private synchronized @Nullable CachedTrace find(TraceId id) {
        return entries.get(id);
    }

    private synchronized void keep(CachedTrace trace) {
        CachedTrace before = entries.put(trace.summary().id(), trace);
        held += trace.spans().size() - (before == null ? 0 : before.spans().size());
        Iterator<CachedTrace> oldest = entries.values().iterator();
        while (held > MOST_SPANS && oldest.hasNext()) {
            held -= oldest.next().spans().size();
            oldest.remove();
        }
    }
}
