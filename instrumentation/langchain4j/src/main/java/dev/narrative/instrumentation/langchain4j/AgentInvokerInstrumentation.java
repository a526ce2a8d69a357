package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.agentic.internal.AgentInvocationArguments;
import dev.langchain4j.agentic.internal.AgentInvoker;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Where a workflow invokes an agent, be it an AI service, an object of the application's, a person or a workflow. */
final class AgentInvokerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.agentic.internal.AgentInvoker");
    }

    @Override
    public List<String> needs() {
        return LangChain4jSingletons.AGENTS_THAT_TELL_THEIR_NAMES;
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("invoke")
                        .and(takesArguments(3))
                        .and(takesArgument(2, named("dev.langchain4j.agentic.internal.AgentInvocationArguments"))),
                InvokeAdvice.class);
    }

    public static final class InvokeAdvice {
        private InvokeAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This AgentInvoker invoker,
                @Advice.Argument(1) @Nullable Object agent,
                @Advice.Argument(2) @Nullable AgentInvocationArguments arguments) {
            return agent == null || arguments == null
                    ? null
                    : AgenticCalls.beginAgent(invoker, agent, arguments.positionalArgs());
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
