package dev.narrative.console.flow;

import dev.narrative.model.json.JsonWriter;
import java.math.BigDecimal;

/** A graph as one JSON object; an edge names its nodes by their places, counted from 0. */
final class FlowJson {
    private FlowJson() {}

    static String write(FlowGraph graph) {
        JsonWriter out = new JsonWriter(4_096);
        out.beginObject().name("title").value(graph.title());
        out.name("nodes").beginArray();
        for (FlowNode node : graph.nodes()) {
            out.beginObject().name("kind").value(node.kind().word());
            if (!node.service().isEmpty()) {
                out.name("service").value(node.service());
            }
            out.name("label").value(node.label());
            totals(node.total(), out);
            out.endObject();
        }
        out.endArray().name("edges").beginArray();
        for (FlowEdge edge : graph.edges()) {
            out.beginObject().name("from").value(edge.from()).name("to").value(edge.to());
            totals(edge.total(), out);
            out.endObject();
        }
        return out.endArray().endObject().text() + "\n";
    }

    private static void totals(FlowTotals total, JsonWriter out) {
        out.name("calls").value(total.calls());
        out.name("errors").value(total.errors());
        out.name("inputTokens").value(total.inputTokens());
        out.name("outputTokens").value(total.outputTokens());
        Double cost = total.cost();
        if (cost != null) {
            out.name("cost").value(cost.doubleValue());
        }
        out.name("totalMs").value(BigDecimal.valueOf(total.nanos(), 6).doubleValue());
    }
}
