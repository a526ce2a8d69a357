package dev.narrative.console.flow;

import dev.narrative.console.flow.FlowLayout.Box;
import dev.narrative.console.flow.FlowLayout.Point;
import dev.narrative.model.tree.TerminalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A graph as a drawing: callers on the left, what they call on the right. Its colours follow the reader's page. */
final class FlowSvg {
    private static final int LONGEST = 34;
    private static final double CHARACTER_WIDTH = 7.3;
    private static final int PADDING = 24;
    private static final int NARROWEST = 110;

    private static final String STYLE = """
            <style>
            svg { --page: #ffffff; --ink: #1f2328; --dim: #59636e; --line: #8c959f; --error: #c1121f;
              --service: #eaeef2; --operation: #ddf4ff; --agent: #fbefff; --model: #fff1c2; --tool: #dafbe1;
              font: 13px system-ui, sans-serif; }
            @media (prefers-color-scheme: dark) {
              svg { --page: #0d1117; --ink: #e6edf3; --dim: #9198a1; --line: #656c76; --error: #ff7b72;
                --service: #262c36; --operation: #0c2d4a; --agent: #3a1f52; --model: #4a3800; --tool: #12401f; }
            }
            .page { fill: var(--page); } text { fill: var(--ink); } .title { font-weight: 600; font-size: 15px; }
            .small { fill: var(--dim); font-size: 11px; } .node rect { stroke: var(--line); }
            .service rect { fill: var(--service); } .operation rect { fill: var(--operation); }
            .agent rect { fill: var(--agent); } .model rect { fill: var(--model); } .tool rect { fill: var(--tool); }
            .failed rect, path.failed { stroke: var(--error); stroke-width: 1.6; } text.failed { fill: var(--error); }
            .edge { fill: none; stroke: var(--line); stroke-width: 1.2; } #tip path { fill: var(--line); }
            .label { font-size: 11px; text-anchor: middle; fill: var(--dim); paint-order: stroke;
              stroke: var(--page); stroke-width: 4px; }
            </style>
            <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0L8 4L0 8z"/></marker></defs>
            """;

    private final FlowGraph graph;
    private final FlowLayout layout;
    private final StringBuilder svg = new StringBuilder(4_096);

    private FlowSvg(FlowGraph graph) {
        this.graph = graph;
        layout = FlowLayout.of(
                graph, graph.nodes().stream().mapToInt(FlowSvg::width).toArray());
    }

    static String write(FlowGraph graph) {
        return new FlowSvg(graph).draw();
    }

    private String draw() {
        long width = layout.width();
        long height = layout.height();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
        svg.append(width).append(' ').append(height).append("\" width=\"").append(width);
        svg.append("\" height=\"").append(height).append("\">\n<title>").append(escaped(graph.title()));
        svg.append("</title>\n").append(STYLE);
        svg.append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        text(24, 30, "title", fitted(graph.title(), (int) Math.max(20, width / 9)));
        for (int i = 0; i < graph.edges().size(); i++) {
            edge(i, graph.edges().get(i).total());
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            node(graph.nodes().get(i), layout.box(i));
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            label(i, graph.edges().get(i).total());
        }
        return svg.append("</svg>\n").toString();
    }

    private void node(FlowNode node, Box box) {
        boolean failed = node.total().errors() > 0;
        svg.append("<g class=\"node ")
                .append(node.kind().word())
                .append(failed ? " failed" : "")
                .append("\">");
        svg.append("<title>")
                .append(escaped(node.label() + " (" + small(node) + ")"))
                .append("</title>");
        svg.append("<rect rx=\"6\" x=\"")
                .append(number(box.x()))
                .append("\" y=\"")
                .append(number(box.y()));
        svg.append("\" width=\"").append(number(box.width())).append("\" height=\"");
        svg.append(FlowLayout.NODE_HEIGHT).append("\"/>");
        text(box.x() + 12, box.y() + 19, "name", fitted(node.label(), LONGEST));
        text(box.x() + 12, box.y() + 36, failed ? "small failed" : "small", fitted(small(node), LONGEST + 8));
        svg.append("</g>\n");
    }

    private void edge(int number, FlowTotals total) {
        List<Point> way = layout.way(number);
        Point at = way.get(0);
        svg.append("<path class=\"edge").append(total.errors() > 0 ? " failed" : "");
        svg.append("\" marker-end=\"url(#tip)\" d=\"M").append(point(at));
        for (Point next : way.subList(1, way.size())) {
            double bend = (next.x() - at.x()) / 2;
            svg.append('C').append(point(new Point(at.x() + bend, at.y()))).append(' ');
            svg.append(point(new Point(next.x() - bend, next.y()))).append(' ').append(point(next));
            at = next;
        }
        svg.append("\"/>\n");
    }

    private void label(int number, FlowTotals total) {
        List<Point> way = layout.way(number);
        Point from = way.get(way.size() - 2);
        Point to = way.get(way.size() - 1);
        text((from.x() + to.x()) / 2, (from.y() + to.y()) / 2 - 3, "label", total.text());
    }

    private void text(double x, double y, String style, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"");
        svg.append(number(y)).append("\">").append(escaped(text)).append("</text>\n");
    }

    /** What is written below a node's name. */
    private static String small(FlowNode node) {
        String what =
                switch (node.kind()) {
                    case OPERATION -> node.service();
                    case SERVICE, MODEL -> node.kind().word();
                    case AGENT, TOOL -> node.kind().word() + " of " + node.service();
                };
        String totals = node.total().text();
        return totals.isEmpty() ? what : what + " · " + totals;
    }

    private static int width(FlowNode node) {
        int characters = Math.max(
                TerminalText.width(fitted(node.label(), LONGEST)),
                TerminalText.width(fitted(small(node), LONGEST + 8)) * 11 / 13);
        return Math.max(NARROWEST, (int) Math.ceil(characters * CHARACTER_WIDTH) + PADDING);
    }

    private static String fitted(String text, int longest) {
        return TerminalText.fit(TerminalText.clean(text), longest, "…");
    }

    private static String point(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (char c : TerminalText.clean(text).toCharArray()) {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\ufffe', '\uffff' -> safe.append(' '); // XML can't have them
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
