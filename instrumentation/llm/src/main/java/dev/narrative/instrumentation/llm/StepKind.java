package dev.narrative.instrumentation.llm;

import org.jspecify.annotations.Nullable;

/** What a framework's step is: its {@code narrative.type}, and the operation where the GenAI conventions know one. */
public enum StepKind {
    CHAIN("chain", null),
    WORKFLOW("chain", "invoke_workflow"),
    AGENT("agent", "invoke_agent"),
    TOOL("tool", "execute_tool"),
    RETRIEVER("retriever", "retrieval"),
    GUARDRAIL("guardrail", null);

    private final String type;
    private final @Nullable String operation;

    StepKind(String type, @Nullable String operation) {
        this.type = type;
        this.operation = operation;
    }

    String type() {
        return type;
    }

    @Nullable
    String operation() {
        return operation;
    }

    /** The span's name: the operation with its subject, or the subject alone. */
    String spanName(String subject) {
        return operation == null ? subject : operation + ' ' + subject;
    }
}
