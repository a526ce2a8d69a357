package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of observations. */
enum ObservationType {
    SPAN,
    GENERATION,
    EVENT,
    AGENT,
    TOOL,
    CHAIN,
    RETRIEVER,
    EMBEDDING,
    EVALUATOR,
    GUARDRAIL;

    /** What the attributes of a chart begin with. */
    private static final String CHART = "chart.";

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type that a span says or, where it says none, that its attributes tell. The reading of a story in one universe is
     * a generation, however its rule calls the method; an operation on a chart is a span.
     */
    static ObservationType take(SpanValues values) {
        ObservationType given = find(values.takeText(LangfuseAttributes.TYPE));
        ObservationType said = find(values.takeText(AttributeNames.TYPE));
        if (given != null) {
            return given;
        }
        ObservationType type = said == null ? inferred(values) : said;
        if (values.has(AttributeNames.UNIVERSE) && (type == SPAN || type == CHAIN)) {
            return GENERATION;
        }
        return type == TOOL && values.hasPrefix(CHART) ? SPAN : type;
    }

    private static ObservationType inferred(SpanValues values) {
        Object operation = values.peek(AttributeNames.GEN_AI_OPERATION_NAME);
        return switch (operation == null ? "" : operation.toString()) {
            case "chat", "text_completion", "generate_content" -> GENERATION;
            case "embeddings" -> EMBEDDING;
            case "invoke_agent", "create_agent" -> AGENT;
            case "execute_tool" -> TOOL;
            case "retrieval" -> RETRIEVER;
            default -> values.has(AttributeNames.GEN_AI_TOOL_NAME) ? TOOL : SPAN;
        };
    }

    private static @Nullable ObservationType find(@Nullable String text) {
        for (ObservationType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        return null;
    }
}
