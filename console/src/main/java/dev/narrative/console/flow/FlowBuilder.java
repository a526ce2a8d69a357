package dev.narrative.console.flow;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a graph of the spans of one or more traces. */
public final class FlowBuilder {
    /** A drawing of more is a wall of boxes. */
    static final int MOST_NODES = 60;

    private final String title;
    private final @Nullable String around;
    private final Map<FlowKey, FlowTotals> nodes = new LinkedHashMap<>();
    private final Map<Link, FlowTotals> links = new LinkedHashMap<>();

    /**
     * @param around the service that is drawn in detail, of the others only what calls it or is called by it;
     *     {@code null} to draw everything
     */
    public FlowBuilder(String title, @Nullable String around) {
        this.title = title;
        this.around = around;
    }

    private record Link(FlowKey from, FlowKey to) {}

    /** A span, and the node of the span that called it. */
    private record Visit(
            TraceNode<JournalSpan> node, @Nullable FlowKey caller) {}

    /** Adds the spans of a trace. */
    public void add(List<JournalSpan> spans) {
        Deque<Visit> stack = new ArrayDeque<>();
        push(TraceTree.<JournalSpan>of(spans).roots(), null, stack);
        while (!stack.isEmpty()) {
            Visit visit = stack.pop();
            push(visit.node().children(), visit(visit.node().span(), visit.caller()), stack);
        }
    }

    public FlowGraph graph() {
        Map<FlowKey, FlowKey> shown = FewerNodes.of(nodes, MOST_NODES);
        Map<FlowKey, Integer> places = new HashMap<>();
        List<FlowKey> keys = new ArrayList<>();
        List<FlowTotals> totals = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        nodes.forEach((key, total) -> {
            FlowKey kept = shown.getOrDefault(key, key);
            Integer place = places.get(kept);
            if (place == null) {
                places.put(kept, keys.size());
                keys.add(kept);
                totals.add(total);
                counts.add(1);
            } else {
                totals.set(place, totals.get(place).plus(total));
                counts.set(place, counts.get(place) + 1);
            }
        });
        List<FlowNode> drawn = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            drawn.add(keys.get(i).node(counts.get(i), totals.get(i)));
        }
        return new FlowGraph(title, drawn, edges(shown, places));
    }

    private List<FlowEdge> edges(Map<FlowKey, FlowKey> shown, Map<FlowKey, Integer> places) {
        Map<Link, FlowTotals> merged = new LinkedHashMap<>();
        links.forEach((link, total) -> {
            Link kept =
                    new Link(shown.getOrDefault(link.from(), link.from()), shown.getOrDefault(link.to(), link.to()));
            if (!kept.from().equals(kept.to())) {
                merged.merge(kept, total, FlowTotals::plus);
            }
        });
        List<FlowEdge> edges = new ArrayList<>();
        merged.forEach((link, total) -> {
            Integer from = places.get(link.from());
            Integer to = places.get(link.to());
            if (from != null && to != null) {
                edges.add(new FlowEdge(from, to, total));
            }
        });
        return edges;
    }

    /** Counts a span; tells which node calls what is below it. */
    private FlowKey visit(JournalSpan span, @Nullable FlowKey caller) {
        SpanFacts facts = SpanFacts.of(span);
        FlowKey key = FlowKey.of(span, facts, around);
        if (caller != null && caller.carries(key)) {
            return caller;
        }
        FlowTotals total = FlowTotals.of(span, facts);
        boolean isCalledFromWithin = caller != null && caller.isDetail();
        if (key.isDetail() || isCalledFromWithin) {
            nodes.merge(key, total, FlowTotals::plus);
        }
        if (caller != null && !caller.equals(key) && (key.isDetail() || isCalledFromWithin)) {
            nodes.putIfAbsent(caller, FlowTotals.NONE);
            links.merge(new Link(caller, key), total, FlowTotals::plus);
        }
        return key;
    }

    private static void push(List<TraceNode<JournalSpan>> nodes, @Nullable FlowKey caller, Deque<Visit> stack) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            stack.push(new Visit(nodes.get(i), caller));
        }
    }
}
