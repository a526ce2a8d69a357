package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isPrivate;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The executor of methods that carry {@code @Tool}, and the call of the method itself within it. */
final class ToolExecutorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.service.tool.DefaultToolExecutor");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("execute")
                        .or(named("executeWithContext"))
                        .and(isPublic())
                        .and(takesArgument(0, named("dev.langchain4j.agent.tool.ToolExecutionRequest"))),
                ExecuteAdvice.class);
        weaving.advise(named("execute").and(isPrivate()).and(takesArguments(Object[].class)), MethodAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.AllArguments Object[] arguments) {
            return ToolCalls.begin(arguments);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Object result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                ToolCalls.end((FrameworkSpan) call, result, error);
            }
        }
    }

    /** The error is seen here, before it becomes a text for the model. */
    public static final class MethodAdvice {
        private MethodAdvice() {}

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(@Advice.Thrown @Nullable Throwable error) {
            if (error != null) {
                ToolCalls.failed(error);
            }
        }
    }
}
