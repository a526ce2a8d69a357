package dev.narrative.console.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The layers of a graph: each node stands further than those that call it, circles aside. Calls that go further than to
 * the next layer pass through the layers between, and have a place of their own there, so that they cross no node.
 */
final class GraphLayers {
    private static final int SWEEPS = 6;

    /** A node, or the place where a long edge passes through a layer. */
    static final class Vertex {
        final int node;
        final int layer;
        final List<Vertex> before = new ArrayList<>();
        final List<Vertex> after = new ArrayList<>();
        private double order;

        Vertex(int node, int layer) {
            this.node = node;
            this.layer = layer;
        }

        boolean isNode() {
            return node >= 0;
        }
    }

    private final List<List<Vertex>> layers = new ArrayList<>();
    private final List<List<Vertex>> ways = new ArrayList<>();

    private GraphLayers() {}

    static GraphLayers of(FlowGraph graph) {
        GraphLayers result = new GraphLayers();
        int[] depths = Depths.of(graph);
        List<Vertex> vertices = new ArrayList<>();
        for (int i = 0; i < depths.length; i++) {
            vertices.add(result.add(i, depths[i]));
        }
        for (FlowEdge edge : graph.edges()) {
            result.connect(vertices.get(edge.from()), vertices.get(edge.to()));
        }
        result.order();
        return result;
    }

    /** From the first to the last, each from top to bottom. */
    List<List<Vertex>> layers() {
        return layers;
    }

    /** Of each edge of the graph the places that it passes, from the caller to what is called. */
    List<List<Vertex>> ways() {
        return ways;
    }

    private Vertex add(int node, int layer) {
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        Vertex vertex = new Vertex(node, layer);
        vertex.order = layers.get(layer).size();
        layers.get(layer).add(vertex);
        return vertex;
    }

    private void connect(Vertex from, Vertex to) {
        boolean isForward = from.layer <= to.layer;
        Vertex left = isForward ? from : to;
        Vertex right = isForward ? to : from;
        List<Vertex> way = new ArrayList<>();
        way.add(left);
        for (int layer = left.layer + 1; layer < right.layer; layer++) {
            way.add(add(-1, layer));
        }
        way.add(right);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).after.add(way.get(i));
            way.get(i).before.add(way.get(i - 1));
        }
        if (!isForward) {
            Collections.reverse(way);
        }
        ways.add(way);
    }

    /** Moves each vertex to the middle of its neighbours, forth and back, so that few edges cross. */
    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                sort(layers.get(forth ? i : layers.size() - 1 - i), forth);
            }
        }
    }

    private static void sort(List<Vertex> layer, boolean forth) {
        for (Vertex vertex : layer) {
            List<Vertex> neighbours = forth ? vertex.before : vertex.after;
            vertex.order = neighbours.stream()
                    .mapToDouble(neighbour -> neighbour.order)
                    .average()
                    .orElse(vertex.order);
        }
        layer.sort(Comparator.comparingDouble(vertex -> vertex.order));
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).order = i;
        }
    }
}
