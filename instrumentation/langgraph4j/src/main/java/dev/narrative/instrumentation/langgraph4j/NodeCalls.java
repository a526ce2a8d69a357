package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.bsc.langgraph4j.internal.hook.NodeHooks;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** Calls of nodes. A node that answers later is held until it does. */
final class NodeCalls {
    private NodeCalls() {}

    static FrameworkSpan begin(String node, @Nullable AgentState state) {
        FrameworkSpan span = FrameworkSpan.begin(GraphRuns.SCOPE, Step.NODE, node);
        return span.input(GraphStates.copy(state, span));
    }

    static void end(
            FrameworkSpan span,
            @Nullable CompletableFuture<? extends NodeHooks.Result<?>> result,
            @Nullable Throwable error) {
        if (result != null) {
            span.hold();
            result.whenComplete(new Completed(span));
        }
        span.exit(error);
    }

    private record Completed(FrameworkSpan span)
            implements BiConsumer<NodeHooks.@Nullable Result<?>, @Nullable Throwable> {
        @Override
        public void accept(NodeHooks.@Nullable Result<?> result, @Nullable Throwable error) {
            try {
                Throwable cause = StepErrors.cause(error);
                if (cause != null) {
                    span.fail(cause);
                } else if (result != null && result.hasPartialState()) {
                    CompletableFuture<Map<String, Object>> update = result.partialState();
                    span.output(GraphStates.copy(update.getNow(null), span));
                }
                span.release();
            } catch (Throwable failed) {
                AdviceErrors.suppressed(failed);
            }
        }
    }
}
