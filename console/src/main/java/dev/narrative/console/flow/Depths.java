package dev.narrative.console.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** How deep in a graph each node stands: 0 for one that nobody calls, else one more than the deepest of its callers. */
final class Depths {
    private static final int NEW = 0;
    private static final int ENTERED = 1;
    private static final int LEFT = 2;

    private final List<List<Integer>> called = new ArrayList<>();
    private final int[] state;
    private final int[] depths;

    private Depths(FlowGraph graph) {
        state = new int[graph.nodes().size()];
        depths = new int[state.length];
        for (int i = 0; i < state.length; i++) {
            called.add(new ArrayList<>());
        }
        for (FlowEdge edge : graph.edges()) {
            called.get(edge.from()).add(edge.to());
        }
    }

    /** Edges that close a circle don't count. */
    static int[] of(FlowGraph graph) {
        Depths depths = new Depths(graph);
        boolean[] isCalled = new boolean[depths.state.length];
        for (FlowEdge edge : graph.edges()) {
            isCalled[edge.to()] = true;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < isCalled.length; i++) {
            if (!isCalled[i]) {
                depths.walk(i, order);
            }
        }
        for (int i = 0; i < isCalled.length; i++) {
            depths.walk(i, order);
        }
        depths.assign(order);
        return depths.depths;
    }

    /** Walks down from a node; those that were left last come first in the end. Back edges are taken out. */
    private void walk(int start, List<Integer> left) {
        if (state[start] != NEW) {
            return;
        }
        Deque<Iterator<Integer>> ways = new ArrayDeque<>();
        Deque<Integer> path = new ArrayDeque<>();
        enter(start, path, ways);
        while (!path.isEmpty()) {
            Iterator<Integer> rest = ways.element();
            if (rest.hasNext()) {
                int next = rest.next();
                if (state[next] == ENTERED) {
                    rest.remove();
                } else if (state[next] == NEW) {
                    enter(next, path, ways);
                }
            } else {
                state[path.element()] = LEFT;
                left.add(path.pop());
                ways.pop();
            }
        }
    }

    private void enter(int node, Deque<Integer> path, Deque<Iterator<Integer>> ways) {
        state[node] = ENTERED;
        path.push(node);
        ways.push(called.get(node).iterator());
    }

    private void assign(List<Integer> left) {
        for (int i = left.size() - 1; i >= 0; i--) {
            int node = left.get(i);
            for (int next : called.get(node)) {
                depths[next] = Math.max(depths[next], depths[node] + 1);
            }
        }
    }
}
