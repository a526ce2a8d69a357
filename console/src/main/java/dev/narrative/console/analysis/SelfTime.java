package dev.narrative.console.analysis;

import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TraceNode;

/** The time of a span in which none of its children was at work. */
public final class SelfTime {
    private SelfTime() {}

    /** Nanoseconds; 0 for a span that is open. Children that run side by side, or outlast their parent, count once. */
    public static long of(TraceNode<? extends SpanData> node) {
        SpanData span = node.span();
        long end = span.endEpochNanos();
        long self = 0;
        long at = span.startEpochNanos();
        for (TraceNode<? extends SpanData> child : node.children()) {
            long childEnd = child.span().endEpochNanos();
            long from = Math.min(child.span().startEpochNanos(), end);
            self += Math.max(0, from - at);
            at = Math.max(at, childEnd == 0 ? end : childEnd);
        }
        return self + Math.max(0, end - at);
    }
}
