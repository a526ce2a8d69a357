package dev.narrative.model.tree;

import dev.narrative.model.SpanData;
import dev.narrative.model.SpanKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spans as a forest by parent, roots and children ordered by start. Every span stands in it once: one whose parent is
 * missing is a root, one that is there twice counts as ended if one of the two has ended, and a circle of parents is
 * cut where it starts first.
 */
public record TraceTree<S extends SpanData>(List<TraceNode<S>> roots) {
    public TraceTree {
        roots = List.copyOf(roots);
    }

    public static <S extends SpanData> TraceTree<S> of(Collection<? extends S> spans) {
        Map<SpanKey, TraceNode<S>> nodes = nodes(spans);
        List<TraceNode<S>> roots = new ArrayList<>();
        for (TraceNode<S> node : nodes.values()) {
            TraceNode<S> parent = nodes.get(SpanKey.ofParent(node.span()));
            if (node.span().parentSpanId() == 0 || parent == null) {
                roots.add(node);
            } else {
                parent.children().add(node);
            }
        }
        Set<SpanKey> reached = new HashSet<>();
        for (TraceNode<S> root : roots) {
            reach(root, reached);
        }
        if (reached.size() < nodes.size()) {
            cutCircles(nodes, reached, roots);
        }
        return new TraceTree<>(roots);
    }

    private static <S extends SpanData> Map<SpanKey, TraceNode<S>> nodes(Collection<? extends S> spans) {
        Map<SpanKey, S> unique = new HashMap<>();
        for (S span : spans) {
            S known = unique.get(SpanKey.of(span));
            if (known == null || (known.endEpochNanos() == 0 && span.endEpochNanos() != 0)) {
                unique.put(SpanKey.of(span), span);
            }
        }
        List<S> ordered = new ArrayList<>(unique.values());
        ordered.sort(Comparator.comparingLong((S span) -> span.startEpochNanos())
                .thenComparing(SpanData::name)
                .thenComparing((a, b) -> Long.compareUnsigned(a.spanId(), b.spanId())));
        Map<SpanKey, TraceNode<S>> nodes = new LinkedHashMap<>();
        for (S span : ordered) {
            boolean missing = span.parentSpanId() != 0 && !unique.containsKey(SpanKey.ofParent(span));
            nodes.put(SpanKey.of(span), new TraceNode<>(span, new ArrayList<>(), missing));
        }
        return nodes;
    }

    /** Makes the first span of each circle a root, and takes it from its parent. */
    private static <S extends SpanData> void cutCircles(
            Map<SpanKey, TraceNode<S>> nodes, Set<SpanKey> reached, List<TraceNode<S>> roots) {
        for (Map.Entry<SpanKey, TraceNode<S>> entry : nodes.entrySet()) {
            if (reached.contains(entry.getKey())) {
                continue;
            }
            // From a span that hangs on a circle, the way up leads into it.
            TraceNode<S> onCircle = entry.getValue();
            Set<SpanKey> passed = new HashSet<>();
            while (passed.add(SpanKey.of(onCircle.span()))) {
                onCircle = nodes.getOrDefault(SpanKey.ofParent(onCircle.span()), onCircle);
            }
            TraceNode<S> first = firstOfCircle(nodes, onCircle);
            TraceNode<S> parent = nodes.getOrDefault(SpanKey.ofParent(first.span()), first);
            parent.children().removeIf(child -> child.span() == first.span());
            roots.add(first);
            reach(first, reached);
        }
    }

    private static <S extends SpanData> TraceNode<S> firstOfCircle(
            Map<SpanKey, TraceNode<S>> nodes, TraceNode<S> onCircle) {
        TraceNode<S> first = onCircle;
        TraceNode<S> next = nodes.getOrDefault(SpanKey.ofParent(onCircle.span()), onCircle);
        while (next.span() != onCircle.span()) {
            if (next.span().startEpochNanos() < first.span().startEpochNanos()) {
                first = next;
            }
            next = nodes.getOrDefault(SpanKey.ofParent(next.span()), onCircle);
        }
        return first;
    }

    private static <S extends SpanData> void reach(TraceNode<S> from, Set<SpanKey> reached) {
        Deque<TraceNode<S>> pending = new ArrayDeque<>();
        pending.add(from);
        while (!pending.isEmpty()) {
            TraceNode<S> node = pending.pop();
            if (reached.add(SpanKey.of(node.span()))) {
                pending.addAll(node.children());
            }
        }
    }
}
