package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.lang.reflect.Method;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The invocation handler behind every workflow of agents: sequences, loops, supervisors, the application's own. */
final class WorkflowInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler");
    }

    @Override
    public List<String> needs() {
        return LangChain4jSingletons.AGENTS_THAT_TELL_THEIR_NAMES;
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("executeAgentMethod").and(takesArguments(3)).and(takesArgument(1, Method.class)),
                ExecuteAdvice.class);
    }

    public static final class ExecuteAdvice {
        private ExecuteAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This PlannerBasedInvocationHandler workflow,
                @Advice.Argument(1) @Nullable Method method,
                @Advice.Argument(2) @Nullable Object @Nullable [] arguments) {
            return method == null ? null : AgenticCalls.beginWorkflow(workflow, method, arguments);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Object returned,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                AgenticCalls.end((FrameworkSpan) call, returned, error);
            }
        }
    }
}
