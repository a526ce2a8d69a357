package dev.narrative.console.analysis;

import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The spans of a trace as a reader of its tree meets them. */
public final class TreeOrder {
    private TreeOrder() {}

    /** A span with its depth in the tree, 0 for a root. */
    public record Place<S extends SpanData>(S span, int depth) {}

    public static <S extends SpanData> List<Place<S>> of(Collection<? extends S> spans) {
        record Pending<S extends SpanData>(TraceNode<S> node, int depth) {}
        Deque<Pending<S>> stack = new ArrayDeque<>();
        List<TraceNode<S>> roots = TraceTree.<S>of(spans).roots();
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack.push(new Pending<>(roots.get(i), 0));
        }
        List<Place<S>> places = new ArrayList<>(spans.size());
        while (!stack.isEmpty()) {
            Pending<S> next = stack.pop();
            places.add(new Place<>(next.node().span(), next.depth()));
            List<TraceNode<S>> children = next.node().children();
            for (int i = children.size() - 1; i >= 0; i--) {
                stack.push(new Pending<>(children.get(i), next.depth() + 1));
            }
        }
        return places;
    }
}
