package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.agentic.internal.AgentInvoker;
import dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workflows of agents, and the agents that these invoke. */
final class AgenticCalls {
    private static final String OWN_TYPES = "dev.langchain4j.agentic.";

    private AgenticCalls() {}

    static FrameworkSpan beginWorkflow(AgentInstance workflow, Method method, @Nullable Object @Nullable [] arguments) {
        boolean isPart = LangChain4jSingletons.isInWorkflow();
        FrameworkSpan span = begin(Step.WORKFLOW, workflow, method, arguments);
        if (!isPart) {
            span.conversation(AiServiceCalls.memoryId(method, arguments));
        }
        return span;
    }

    /** {@code null} for a workflow within a workflow, which has a span of its own. */
    static @Nullable FrameworkSpan beginAgent(
            AgentInvoker invoker, Object agent, @Nullable Object @Nullable [] arguments) {
        return isWorkflow(agent) ? null : begin(Step.AGENT, invoker, invoker.method(), arguments);
    }

    static void end(FrameworkSpan span, @Nullable Object returned, @Nullable Throwable error) {
        if (span.keepsContent() && !span.isHeld()) {
            span.output(content(returned));
        }
        span.exit(AgentErrors.cause(error));
    }

    /** Named as the application named it; else as an AI service is, by its type and method. */
    private static FrameworkSpan begin(
            Step step, AgentInstance agent, Method method, @Nullable Object @Nullable [] arguments) {
        String usual = TypeNames.simple(agent.type()) + '.' + method.getName();
        String name = agent.name();
        boolean isNamed = name != null && !name.isEmpty() && !name.equals(method.getName());
        FrameworkSpan span = FrameworkSpan.begin(LangChain4jSingletons.SCOPE, step, isNamed ? name : usual);
        if (isNamed) {
            span.alsoKnownAs(usual);
        }
        if (arguments != null && span.keepsContent()) {
            span.input(given(arguments));
        }
        return span;
    }

    private static boolean isWorkflow(Object agent) {
        return Proxy.isProxyClass(agent.getClass())
                && Proxy.getInvocationHandler(agent) instanceof PlannerBasedInvocationHandler;
    }

    /** The arguments but the scope, which is all that is known of the whole run. */
    private static @Nullable Object given(@Nullable Object[] arguments) {
        List<@Nullable Object> given = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            if (!(argument instanceof AgenticScope)) {
                given.add(argument);
            }
        }
        if (given.isEmpty()) {
            return null;
        }
        return given.size() == 1 ? given.get(0) : given;
    }

    /** What is there already: streams and the library's answers to come are not. */
    private static @Nullable Object content(@Nullable Object returned) {
        Object content = returned;
        if (content instanceof ResultWithAgenticScope<?> withScope) {
            content = withScope.result();
        }
        if (content instanceof Result<?> result) {
            content = result.content();
        }
        boolean isToCome = content instanceof TokenStream
                || (content != null && content.getClass().getName().startsWith(OWN_TYPES));
        return isToCome ? null : content;
    }
}
