package dev.narrative.instrumentation.google.adk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.InvocationContext;
import com.google.adk.events.Event;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Agents of any kind, the application's own too: their superclass runs them. */
final class AgentInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("com.google.adk.agents.BaseAgent");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                namedOneOf("runAsync", "runLive")
                        .and(takesArguments(1))
                        .and(takesArgument(0, named("com.google.adk.agents.InvocationContext"))),
                RunAdvice.class);
    }

    public static final class RunAdvice {
        private RunAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Flowable<Event> exit(
                @Advice.This BaseAgent agent,
                @Advice.Argument(0) InvocationContext context,
                @Advice.Return @Nullable Flowable<Event> events) {
            return events == null ? null : new TracedFlowable(events, around -> AdkSteps.agent(agent, context, around));
        }
    }
}
