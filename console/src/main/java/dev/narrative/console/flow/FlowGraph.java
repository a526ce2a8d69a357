package dev.narrative.console.flow;

import java.util.List;

/**
 * Who calls whom. A node that calls itself has no edge for that.
 *
 * @param title what is drawn
 * @param nodes in the order in which they were first called
 */
public record FlowGraph(String title, List<FlowNode> nodes, List<FlowEdge> edges) {
    public FlowGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
