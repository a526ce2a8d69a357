package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.util.concurrent.CompletableFuture;
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
        StepResult.end(span, result, error, NodeCalls::keep);
    }

    private static void keep(NodeHooks.Result<?> result, FrameworkSpan span) {
        if (result.hasPartialState()) {
            span.output(GraphStates.copy(result.partialState().getNow(null), span));
        }
    }
}
