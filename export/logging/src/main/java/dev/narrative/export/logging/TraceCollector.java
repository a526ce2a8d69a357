package dev.narrative.export.logging;

import dev.narrative.export.logging.FinishedTrace.Completeness;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps ended spans until the root above them has ended. A root here is a span without a parent in this process; one
 * trace may have several, each taking only its own descendants along. What would grow beyond its bounds gives up the
 * trace that began first.
 */
final class TraceCollector {
    static final int MAX_TRACES = 1_000;
    static final int MAX_SPANS = 10_000;
    private static final int MAX_REMEMBERED = 20_000;

    /** The trace alone, as a key. */
    private record TraceId(long high, long low) {}

    private final Map<TraceId, List<SpanData>> waiting = new LinkedHashMap<>();
    private final Map<TraceId, List<SpanData>> ready = new LinkedHashMap<>();
    private final Map<SpanKey, Boolean> printed = new LinkedHashMap<>();
    private int waitingSpans;

    /** Takes a span; traces that had to be given up for it go to {@code finished}. */
    void add(SpanData span, List<FinishedTrace> finished) {
        TraceId trace = new TraceId(span.traceIdHigh(), span.traceIdLow());
        waiting.computeIfAbsent(trace, id -> new ArrayList<>()).add(span);
        waitingSpans++;
        if (isLocalRoot(span) || printed.containsKey(SpanKey.ofParent(span))) {
            ready.computeIfAbsent(trace, id -> new ArrayList<>()).add(span);
        }
        if (waiting.size() > MAX_TRACES || waitingSpans > MAX_SPANS) {
            finish(finished);
        }
        while (waiting.size() > MAX_TRACES || waitingSpans > MAX_SPANS) {
            Iterator<List<SpanData>> oldest = waiting.values().iterator();
            List<SpanData> spans = oldest.next();
            oldest.remove();
            give(spans, Completeness.INCOMPLETE, finished);
        }
    }

    /** Hands over what has become complete: roots and late spans, with what is below them. */
    void finish(List<FinishedTrace> finished) {
        for (Map.Entry<TraceId, List<SpanData>> entry : ready.entrySet()) {
            List<SpanData> spans = waiting.remove(entry.getKey());
            if (spans != null) {
                split(entry.getKey(), spans, entry.getValue(), finished);
            }
        }
        ready.clear();
    }

    /** Hands over everything. */
    void drain(List<FinishedTrace> finished) {
        finish(finished);
        for (List<SpanData> spans : waiting.values()) {
            give(spans, Completeness.INCOMPLETE, finished);
        }
        waiting.clear();
    }

    private void split(TraceId trace, List<SpanData> spans, List<SpanData> tops, List<FinishedTrace> finished) {
        Set<SpanData> isTop = Collections.newSetFromMap(new IdentityHashMap<>());
        isTop.addAll(tops);
        Map<Long, List<SpanData>> byParent = new HashMap<>();
        for (SpanData span : spans) {
            if (!isTop.contains(span)) {
                byParent.computeIfAbsent(span.parentSpanId(), id -> new ArrayList<>())
                        .add(span);
            }
        }
        List<SpanData> additions = new ArrayList<>();
        for (SpanData top : tops) {
            if (isLocalRoot(top)) {
                give(takeWithDescendants(top, byParent, new ArrayList<>()), Completeness.COMPLETE, finished);
            } else {
                takeWithDescendants(top, byParent, additions);
            }
        }
        if (!additions.isEmpty()) {
            give(additions, Completeness.ADDITION, finished);
        }
        List<SpanData> rest = new ArrayList<>();
        for (List<SpanData> siblings : byParent.values()) {
            rest.addAll(siblings);
        }
        if (!rest.isEmpty()) {
            waiting.put(trace, rest);
        }
    }

    private static List<SpanData> takeWithDescendants(
            SpanData top, Map<Long, List<SpanData>> byParent, List<SpanData> taken) {
        Deque<SpanData> pending = new ArrayDeque<>();
        pending.add(top);
        while (!pending.isEmpty()) {
            SpanData span = pending.pop();
            taken.add(span);
            List<SpanData> children = byParent.remove(span.spanId());
            if (children != null) {
                pending.addAll(children);
            }
        }
        return taken;
    }

    private void give(List<SpanData> spans, Completeness completeness, List<FinishedTrace> finished) {
        waitingSpans -= spans.size();
        finished.add(new FinishedTrace(spans, completeness));
        for (SpanData span : spans) {
            printed.put(SpanKey.of(span), true);
        }
        Iterator<SpanKey> oldest = printed.keySet().iterator();
        while (printed.size() > MAX_REMEMBERED && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isLocalRoot(SpanData span) {
        return span.parentSpanId() == 0 || span.hasRemoteParent();
    }
}
