package dev.narrative.console.analysis;

import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans that decided how long the longest root of a trace took: from its end backwards, at each moment the child
 * that ended last before it. What is faster off the path makes the trace no faster.
 */
public final class CriticalPath {
    private CriticalPath() {}

    /**
     * A span on the path.
     *
     * @param nanos the time that passed in it while none of its children was on the path; of all steps together it is
     *     the duration of the root
     */
    public record Step<S extends SpanData>(S span, long nanos) {}

    /** The steps, ordered by the start of their spans; empty where no root has ended. */
    public static <S extends SpanData> List<Step<S>> of(Collection<? extends S> spans) {
        TraceNode<S> root = null;
        for (TraceNode<S> candidate : TraceTree.<S>of(spans).roots()) {
            boolean ended = candidate.span().endEpochNanos() > candidate.span().startEpochNanos();
            if (ended && (root == null || duration(candidate) > duration(root))) {
                root = candidate;
            }
        }
        return root == null ? List.of() : walk(root);
    }

    /** A span of the path that is walked backwards, and how far that has come. */
    private static final class Visit<S extends SpanData> {
        private final S span;
        private final List<TraceNode<S>> children;
        private final boolean clipped;
        private int next;
        private long cursor;
        private long own;

        Visit(TraceNode<S> node, long until) {
            span = node.span();
            cursor = Math.min(span.endEpochNanos(), until);
            clipped = cursor < span.endEpochNanos();
            children = new ArrayList<>(node.children());
            children.sort(Comparator.comparingLong(
                            (TraceNode<S> child) -> child.span().endEpochNanos())
                    .reversed());
        }

        /** The child that ended last before what has been walked, {@code null} when there is none any more. */
        @Nullable
        TraceNode<S> nextChild() {
            while (next < children.size()) {
                TraceNode<S> child = children.get(next++);
                long end = child.span().endEpochNanos();
                boolean outlasts = end > span.endEpochNanos() || clipped;
                boolean within = child.span().startEpochNanos() < cursor
                        && end > child.span().startEpochNanos();
                if (within && (end <= cursor || (outlasts && next == 1))) {
                    return child;
                }
            }
            return null;
        }
    }

    private static <S extends SpanData> List<Step<S>> walk(TraceNode<S> root) {
        List<Step<S>> steps = new ArrayList<>();
        Deque<Visit<S>> stack = new ArrayDeque<>();
        stack.push(new Visit<>(root, Long.MAX_VALUE));
        while (!stack.isEmpty()) {
            Visit<S> visit = stack.peek();
            TraceNode<S> child = visit.nextChild();
            if (child == null) {
                visit.own += Math.max(0, visit.cursor - visit.span.startEpochNanos());
                steps.add(new Step<>(visit.span, visit.own));
                stack.pop();
            } else {
                long end = Math.min(child.span().endEpochNanos(), visit.cursor);
                visit.own += visit.cursor - end;
                visit.cursor =
                        Math.max(visit.span.startEpochNanos(), child.span().startEpochNanos());
                stack.push(new Visit<>(child, end));
            }
        }
        steps.sort(Comparator.comparingLong(step -> step.span().startEpochNanos()));
        return steps;
    }

    private static long duration(TraceNode<? extends SpanData> node) {
        return node.span().endEpochNanos() - node.span().startEpochNanos();
    }
}
