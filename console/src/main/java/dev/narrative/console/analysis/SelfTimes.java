package dev.narrative.console.analysis;

import dev.narrative.console.store.DurationBuckets;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.tree.TraceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up, over many traces, in which operations or services the time passed. */
public final class SelfTimes {
    /** What spans are summed up by. */
    public enum By {
        /** The span's name within its service. */
        OPERATION,
        SERVICE
    }

    /**
     * The spans of one operation or service.
     *
     * @param operation empty for a service as a whole
     * @param self nanoseconds, as are the percentiles, which are right within one percent
     * @param share of the self times of all, 0 to 1
     * @param critical of all critical paths, 0 to 1
     */
    public record Row(
            String service,
            String operation,
            long count,
            long errors,
            long self,
            double share,
            long p50,
            long p95,
            double critical) {}

    private record Key(String service, String operation) {}

    private static final class Group {
        private final DurationBuckets selves = new DurationBuckets();
        private long errors;
        private long self;
        private long critical;
    }

    private final By by;
    private final Map<Key, Group> groups = new HashMap<>();
    private long total;
    private long criticalTotal;

    public SelfTimes(By by) {
        this.by = by;
    }

    /** Adds a trace; what is open in it is left out. */
    public void add(List<JournalSpan> spans) {
        for (TraceNode<JournalSpan> node : TreeNodes.of(spans)) {
            if (node.span().state() == SpanState.ENDED) {
                add(node);
            }
        }
        for (CriticalPath.Step<JournalSpan> step : CriticalPath.<JournalSpan>of(spans)) {
            group(step.span()).critical += step.nanos();
            criticalTotal += step.nanos();
        }
    }

    /** Those first in which the most time passed. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(new Row(
                key.service(),
                key.operation(),
                group.selves.total(),
                group.errors,
                group.self,
                part(group.self, total),
                group.selves.percentile(0.5),
                group.selves.percentile(0.95),
                part(group.critical, criticalTotal))));
        rows.sort(Comparator.comparingLong(Row::self)
                .reversed()
                .thenComparing(Row::service)
                .thenComparing(Row::operation));
        return rows;
    }

    private void add(TraceNode<JournalSpan> node) {
        long self = SelfTime.of(node);
        Group group = group(node.span());
        group.selves.add(DurationBuckets.bucketOf(self), 1);
        group.self += self;
        group.errors += node.span().status() == StatusCode.ERROR ? 1 : 0;
        total += self;
    }

    private Group group(JournalSpan span) {
        String operation = by == By.OPERATION ? span.name() : "";
        return groups.computeIfAbsent(new Key(span.resource().serviceName(), operation), added -> new Group());
    }

    private static double part(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
