package dev.narrative.console.analysis;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.DurationBuckets;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums up, over many traces, the way down that took longest: from each root into the child that took longest, to a span
 * without children.
 */
public final class SlowPaths {
    /** Names of a longer path are left out in its middle. */
    private static final int FIRST_NAMES = 3;

    private static final int LAST_NAMES = 5;
    private static final String ARROW = " > ";

    /**
     * The roots whose slowest path has the same names.
     *
     * @param path the names from the root to the leaf
     * @param total nanoseconds of the roots, as are the other times
     * @param leafSelf the self time of the spans at the end of the path
     * @param slowest the trace whose root took longest
     */
    public record Row(
            String path, long count, long total, long p50, long p95, long leafSelf, TraceId slowest, long max) {}

    private static final class Group {
        private final DurationBuckets durations = new DurationBuckets();
        private long total;
        private long leafSelf;
        private long max = -1;
        private TraceId slowest = new TraceId(0, 0);
    }

    private final Map<String, Group> groups = new HashMap<>();

    /** Adds a trace; roots that are open are left out. */
    public void add(List<JournalSpan> spans) {
        for (TraceNode<JournalSpan> root : TraceTree.<JournalSpan>of(spans).roots()) {
            if (root.span().state() == SpanState.ENDED) {
                add(root);
            }
        }
    }

    /** Those first whose roots took longest in sum. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((path, group) -> rows.add(new Row(
                path,
                group.durations.total(),
                group.total,
                group.durations.percentile(0.5),
                group.durations.percentile(0.95),
                group.leafSelf,
                group.slowest,
                group.max)));
        rows.sort(Comparator.comparingLong(Row::total).reversed().thenComparing(Row::path));
        return rows;
    }

    private void add(TraceNode<JournalSpan> root) {
        List<String> names = new ArrayList<>();
        TraceNode<JournalSpan> leaf = root;
        TraceNode<JournalSpan> next = root;
        while (next != null) {
            leaf = next;
            names.add(leaf.span().name());
            next = longestChild(leaf);
        }
        long duration = duration(root);
        Group group = groups.computeIfAbsent(path(names), added -> new Group());
        group.durations.add(DurationBuckets.bucketOf(duration), 1);
        group.total += duration;
        group.leafSelf += SelfTime.of(leaf);
        if (duration > group.max) {
            group.max = duration;
            group.slowest = TraceId.of(root.span());
        }
    }

    private static @Nullable TraceNode<JournalSpan> longestChild(TraceNode<JournalSpan> node) {
        TraceNode<JournalSpan> longest = null;
        for (TraceNode<JournalSpan> child : node.children()) {
            if (longest == null || duration(child) > duration(longest)) {
                longest = child;
            }
        }
        return longest;
    }

    private static String path(List<String> names) {
        int left = names.size() - FIRST_NAMES - LAST_NAMES;
        if (left <= 1) {
            return String.join(ARROW, names);
        }
        return String.join(ARROW, names.subList(0, FIRST_NAMES)) + ARROW + "(" + left + " more)" + ARROW
                + String.join(ARROW, names.subList(names.size() - LAST_NAMES, names.size()));
    }

    private static long duration(TraceNode<JournalSpan> node) {
        return Math.max(0, node.span().endEpochNanos() - node.span().startEpochNanos());
    }
}
