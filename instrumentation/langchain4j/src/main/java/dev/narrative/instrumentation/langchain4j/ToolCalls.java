package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.StatusCode;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Calls of tools that a model asked for. */
final class ToolCalls {
    private ToolCalls() {}

    /** @param arguments of a method of the library, the request among them */
    static @Nullable FrameworkSpan begin(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof ToolExecutionRequest request) {
                return begin(request);
            }
        }
        return null;
    }

    private static @Nullable FrameworkSpan begin(ToolExecutionRequest request) {
        String name = request.name() == null ? "unknown" : request.name();
        FrameworkSpan span = LangChain4jSingletons.begin(Step.TOOL, name);
        if (span == null) {
            return null;
        }
        if (request.id() != null) {
            span.attributes().put(AttributeNames.GEN_AI_TOOL_CALL_ID, request.id());
        }
        return span.input(request.arguments()).content(AttributeNames.GEN_AI_TOOL_CALL_ARGUMENTS, request.arguments());
    }

    static void end(FrameworkSpan span, @Nullable Object result, @Nullable Throwable error) {
        if (result instanceof String text) {
            result(span, text);
        } else if (result != null) {
            ToolResults.end(span, result);
        }
        span.exit(span.status() == StatusCode.ERROR ? null : error);
    }

    static void result(FrameworkSpan span, @Nullable Object value) {
        span.output(value).content(AttributeNames.GEN_AI_TOOL_CALL_RESULT, value);
    }

    /** The tool threw; a first try at a method that is not accessible does not count. */
    static void failed(Throwable error) {
        FrameworkSpan span = FrameworkSpan.current(Step.TOOL);
        if (span != null && error instanceof InvocationTargetException && error.getCause() != null) {
            span.fail(error.getCause());
        }
    }
}
