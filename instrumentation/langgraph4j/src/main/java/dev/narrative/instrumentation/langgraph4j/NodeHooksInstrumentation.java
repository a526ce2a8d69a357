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
import org.bsc.langgraph4j.internal.hook.NodeHooks;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** Where a graph calls the action of a node, which is a lambda more often than not. */
final class NodeHooksInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.bsc.langgraph4j.internal.hook.NodeHooks");
    }

    @Override
    public List<String> needs() {
        return List.of("org.bsc.langgraph4j.internal.hook.NodeHooks$Result");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("applyActionWithHooksHandlingInterruption").and(takesArgument(1, String.class)),
                ApplyAdvice.class);
    }

    public static final class ApplyAdvice {
        private ApplyAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(1) @Nullable String node, @Advice.Argument(2) @Nullable AgentState state) {
            return node == null ? null : NodeCalls.begin(node, state);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable CompletableFuture<? extends NodeHooks.Result<?>> result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                NodeCalls.end((FrameworkSpan) call, result, error);
            }
        }
    }
}
