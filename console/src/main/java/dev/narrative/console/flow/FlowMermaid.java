package dev.narrative.console.flow;

import dev.narrative.console.flow.FlowNode.Kind;
import dev.narrative.model.tree.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as a Mermaid flowchart, the nodes of a service within its frame.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's flowcharts</a>
 */
final class FlowMermaid {
    private static final int LONGEST = 60;

    private FlowMermaid() {}

    static String write(FlowGraph graph) {
        StringBuilder text =
                new StringBuilder("---\ntitle: ").append(quoted(graph.title())).append("\n---\n");
        text.append("flowchart LR\n");
        Map<String, List<Integer>> ofService = new LinkedHashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            FlowNode node = graph.nodes().get(i);
            String frame = node.kind() == Kind.SERVICE ? "" : node.service();
            ofService.computeIfAbsent(frame, added -> new ArrayList<>()).add(i);
        }
        int frame = 0;
        for (Map.Entry<String, List<Integer>> service : ofService.entrySet()) {
            boolean framed = !service.getKey().isEmpty();
            if (framed) {
                text.append("  subgraph s").append(frame++).append("[\"").append(escaped(service.getKey()));
                text.append("\"]\n");
            }
            for (int node : service.getValue()) {
                text.append(framed ? "    " : "  ");
                node(node, graph.nodes().get(node), text);
            }
            text.append(framed ? "  end\n" : "");
        }
        for (FlowEdge edge : graph.edges()) {
            text.append("  n").append(edge.from()).append(edge.total().errors() > 0 ? " -. \"" : " -- \"");
            text.append(escaped(edge.total().text()));
            text.append(edge.total().errors() > 0 ? "\" .-> n" : "\" --> n")
                    .append(edge.to())
                    .append('\n');
        }
        return text.toString();
    }

    private static void node(int number, FlowNode node, StringBuilder text) {
        String shape =
                switch (node.kind()) {
                    case SERVICE -> "[[|]]";
                    case OPERATION -> "[|]";
                    case AGENT -> "([|])";
                    case MODEL -> "{{|}}";
                    case TOOL -> "[/|/]";
                };
        int middle = shape.indexOf('|');
        text.append('n').append(number).append(shape, 0, middle).append('"').append(escaped(node.label()));
        String totals = node.total().text();
        text.append(totals.isEmpty() ? "" : "<br/>" + escaped(totals)).append('"');
        text.append(shape, middle + 1, shape.length()).append('\n');
    }

    /** A title for the head, which is YAML and knows no entities. */
    private static String quoted(String text) {
        return '"' + line(text).replaceAll("[\\\\\"<>&]", " ") + '"';
    }

    /** Text in which Mermaid sees nothing of its own: neither the end of the text, nor HTML, nor Markdown, nor entities. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        line(text).codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " .,:;-+/()→$…'".indexOf(c) >= 0;
            if (plain) {
                safe.appendCodePoint(c);
            } else {
                safe.append('#').append(c).append(';');
            }
        });
        return safe.toString();
    }

    private static String line(String text) {
        return TerminalText.fit(TerminalText.clean(text), LONGEST, "…");
    }
}
