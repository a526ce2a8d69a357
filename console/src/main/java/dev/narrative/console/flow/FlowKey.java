package dev.narrative.console.flow;

import dev.narrative.console.flow.FlowNode.Kind;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.journal.JournalSpan;
import org.jspecify.annotations.Nullable;

/**
 * What tells a node from the others.
 *
 * @param service empty for a model, which many services call
 * @param isDetail whether it is part of what is drawn in detail
 */
record FlowKey(Kind kind, String service, String label, boolean isDetail) {
    private static final String TOOL_OPERATION = "execute_tool";
    private static final String TOOL_TYPE = "tool";
    private static final String AGENT_TYPE = "agent";

    /** The node of a span; {@code around} is the service that is drawn in detail, {@code null} for all. */
    static FlowKey of(JournalSpan span, SpanFacts facts, @Nullable String around) {
        String service = span.resource().serviceName();
        if (around != null && !around.equals(service)) {
            return new FlowKey(Kind.SERVICE, service, service, false);
        }
        String model = facts.model();
        boolean isTool = TOOL_OPERATION.equals(facts.operation()) || TOOL_TYPE.equals(facts.type());
        if (isTool) {
            return new FlowKey(Kind.TOOL, service, toolName(span.name()), true);
        }
        if (AGENT_TYPE.equals(facts.type())) {
            return new FlowKey(Kind.AGENT, service, span.name(), true);
        }
        if (model != null) {
            return new FlowKey(Kind.MODEL, "", model, true);
        }
        return new FlowKey(Kind.OPERATION, service, span.name(), true);
    }

    /** The operations of a service that are drawn as one, being called least. */
    FlowKey others() {
        return new FlowKey(Kind.OPERATION, service, "", isDetail);
    }

    /** Whether a span below is how this one does its work, as the request over HTTP of a model call is. */
    boolean carries(FlowKey below) {
        return kind == Kind.MODEL && (below.kind == Kind.OPERATION || below.equals(this));
    }

    FlowNode node(int count, FlowTotals total) {
        String text = label.isEmpty() && kind == Kind.OPERATION ? count + " other operations" : label;
        return new FlowNode(kind, service, text, count, total);
    }

    private static String toolName(String name) {
        return name.startsWith(TOOL_OPERATION + " ") ? name.substring(TOOL_OPERATION.length() + 1) : name;
    }
}
