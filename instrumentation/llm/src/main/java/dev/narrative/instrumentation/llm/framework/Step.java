package dev.narrative.instrumentation.llm.framework;

import org.jspecify.annotations.Nullable;

/** The kinds of things that a framework does around model calls. */
public enum Step {
    /** A client that applications ask, with all that it does around a model; it needs no further name. */
    CLIENT("chain", "chat_client", null),
    ADVISOR("chain", "advisor", null),
    AGENT("agent", "invoke_agent", "invoke_agent"),
    WORKFLOW("chain", "invoke_workflow", "invoke_workflow"),
    NODE("chain", "node", null),
    /** What decides which node is next. */
    EDGE("chain", "edge", null),
    TOOL("tool", "execute_tool", "execute_tool"),
    RETRIEVAL("retriever", "retrieval", "retrieval"),
    GUARDRAIL("guardrail", "guardrail", null);

    private final String type;
    private final String prefix;
    private final @Nullable String operation;

    /**
     * @param type the {@code narrative.type}
     * @param prefix what the span's name begins with
     * @param operation the {@code gen_ai.operation.name}, where OpenTelemetry has one
     */
    Step(String type, String prefix, @Nullable String operation) {
        this.type = type;
        this.prefix = prefix;
        this.operation = operation;
    }

    String type() {
        return type;
    }

    String spanName(String subject) {
        return subject.isEmpty() ? prefix : prefix + ' ' + subject;
    }

    @Nullable
    String operation() {
        return operation;
    }
}
