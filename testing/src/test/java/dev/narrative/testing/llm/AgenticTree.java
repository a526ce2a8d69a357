package dev.narrative.testing.llm;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;

/** What came of workflows of LangChain4j's agents, in a form that can be read at a glance. */
final class AgenticTree {
    /** The application that runs them. */
    static final String PROGRAM = "dev.narrative.applications.langchain4j.agentic.AgenticProgram";

    private AgenticTree() {}

    /** The names of all spans, each indented below its parent, siblings in the order in which they began. */
    static String of(Traces traces) {
        StringBuilder tree = new StringBuilder();
        traces.roots().forEach(root -> append(tree, traces, root, 0));
        return tree.toString();
    }

    private static void append(StringBuilder tree, Traces traces, RecordedSpan span, int depth) {
        tree.append("  ".repeat(depth)).append(span.name()).append('\n');
        traces.childrenOf(span).forEach(child -> append(tree, traces, child, depth + 1));
    }
}
