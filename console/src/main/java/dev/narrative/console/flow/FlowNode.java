package dev.narrative.console.flow;

import java.util.Locale;

/**
 * What takes part in a flow.
 *
 * @param service the service that it is part of; empty for a model, which many call
 * @param label its name
 * @param count how many of them the node stands for: 1, or more where many were put together
 * @param total what all its calls took
 */
public record FlowNode(Kind kind, String service, String label, int count, FlowTotals total) {
    /** What a node is. */
    public enum Kind {
        SERVICE,
        OPERATION,
        AGENT,
        MODEL,
        TOOL;

        /** The name in text, such as {@code model}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
