package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.trace.Span;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.execution.ToolExecutionException;

/**
 * The library's own tools. Within the manager's step they add the error, which the manager turns into text for the
 * model; called by the application itself they are steps of their own.
 */
final class ToolCallbackInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "org.springframework.ai.tool.method.MethodToolCallback",
                "org.springframework.ai.tool.function.FunctionToolCallback",
                "org.springframework.ai.mcp.SyncMcpToolCallback",
                "org.springframework.ai.mcp.AsyncMcpToolCallback");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("call")
                        .and(isPublic())
                        .and(takesArguments(2))
                        .and(takesArgument(1, named("org.springframework.ai.chat.model.ToolContext"))),
                CallAdvice.class);
    }

    public static final class CallAdvice {
        private CallAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This ToolCallback tool, @Advice.Argument(0) @Nullable String arguments) {
            if (SpringAiSteps.isWithin(tool)) {
                return null;
            }
            FrameworkSpan span = SpringAiSteps.tool(tool, arguments);
            span.enter();
            return span;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable String result,
                @Advice.Thrown @Nullable Throwable error) {
            Throwable cause = cause(error);
            if (call != null) {
                SpringAiSteps.exit(call, span -> span.output(result), cause);
            } else if (cause != null && Span.current() instanceof FrameworkSpan managers) {
                managers.fail(cause);
            }
        }

        /** What the tool itself threw, which the library wraps. */
        private static @Nullable Throwable cause(@Nullable Throwable error) {
            return error instanceof ToolExecutionException wrapper && wrapper.getCause() != null
                    ? wrapper.getCause()
                    : error;
        }
    }
}
