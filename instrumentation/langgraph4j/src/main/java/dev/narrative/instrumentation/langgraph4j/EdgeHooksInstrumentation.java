package dev.narrative.instrumentation.langgraph4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.bsc.langgraph4j.action.Command;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** Where a graph asks the action of a conditional edge which node is next. */
final class EdgeHooksInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.bsc.langgraph4j.internal.hook.EdgeHooks");
    }

    @Override
    public List<String> needs() {
        return List.of("org.bsc.langgraph4j.action.Command");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("applyActionWithHooks").and(takesArgument(1, String.class)), ApplyAdvice.class);
    }

    public static final class ApplyAdvice {
        private ApplyAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(1) @Nullable String from, @Advice.Argument(2) @Nullable AgentState state) {
            return from == null ? null : EdgeCalls.begin(from, state);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable CompletableFuture<Command> decision,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                EdgeCalls.end((FrameworkSpan) call, decision, error);
            }
        }
    }
}
