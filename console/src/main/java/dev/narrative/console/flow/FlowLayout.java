package dev.narrative.console.flow;

import dev.narrative.console.flow.GraphLayers.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where everything of a graph is drawn: layer beside layer, the first on the left. In pixels. */
final class FlowLayout {
    static final int NODE_HEIGHT = 46;

    private static final int MARGIN = 24;
    private static final int TITLE_HEIGHT = 34;
    private static final int LAYER_GAP = 150;
    private static final int NODE_GAP = 26;
    private static final int PASS_HEIGHT = 18;

    /** A node's rectangle. */
    record Box(double x, double y, double width) {
        double middle() {
            return y + NODE_HEIGHT / 2.0;
        }
    }

    /** A point that an edge passes. */
    record Point(double x, double y) {}

    private final Box[] boxes;
    private final Map<Vertex, Point> passes = new HashMap<>();
    private final GraphLayers layers;
    private double width = MARGIN;
    private double height;

    private FlowLayout(FlowGraph graph, int[] nodeWidths) {
        layers = GraphLayers.of(graph);
        boxes = new Box[nodeWidths.length];
        for (List<Vertex> layer : layers.layers()) {
            height = Math.max(height, height(layer));
        }
        for (List<Vertex> layer : layers.layers()) {
            place(layer, nodeWidths);
        }
        width += layers.layers().isEmpty() ? MARGIN : MARGIN - LAYER_GAP;
        height += TITLE_HEIGHT + 2 * MARGIN;
    }

    /** Lays out a graph whose nodes need so much width. */
    static FlowLayout of(FlowGraph graph, int[] nodeWidths) {
        return new FlowLayout(graph, nodeWidths);
    }

    long width() {
        return Math.round(width);
    }

    long height() {
        return Math.round(height);
    }

    Box box(int node) {
        return boxes[node];
    }

    /** The points of an edge: where it leaves the caller, what it passes, where it meets what is called. */
    List<Point> way(int edge) {
        List<Vertex> way = layers.ways().get(edge);
        List<Point> points = new ArrayList<>();
        boolean isForward = way.get(0).layer <= way.get(way.size() - 1).layer;
        for (int i = 0; i < way.size(); i++) {
            Vertex vertex = way.get(i);
            Point pass = passes.get(vertex);
            if (pass != null) {
                points.add(pass);
            } else {
                Box box = boxes[vertex.node];
                boolean isRight = (i == 0) == isForward;
                points.add(new Point(isRight ? box.x() + box.width() : box.x(), box.middle()));
            }
        }
        return points;
    }

    private void place(List<Vertex> layer, int[] nodeWidths) {
        double widest = 0;
        for (Vertex vertex : layer) {
            widest = Math.max(widest, vertex.isNode() ? nodeWidths[vertex.node] : 0);
        }
        double y = MARGIN + TITLE_HEIGHT + (height - height(layer)) / 2;
        for (Vertex vertex : layer) {
            if (vertex.isNode()) {
                boxes[vertex.node] = new Box(width, y, nodeWidths[vertex.node]);
            } else {
                passes.put(vertex, new Point(width + widest / 2, y + PASS_HEIGHT / 2.0));
            }
            y += (vertex.isNode() ? NODE_HEIGHT : PASS_HEIGHT) + NODE_GAP;
        }
        width += widest + LAYER_GAP;
    }

    private static double height(List<Vertex> layer) {
        double sum = -NODE_GAP;
        for (Vertex vertex : layer) {
            sum += (vertex.isNode() ? NODE_HEIGHT : PASS_HEIGHT) + NODE_GAP;
        }
        return Math.max(0, sum);
    }
}
