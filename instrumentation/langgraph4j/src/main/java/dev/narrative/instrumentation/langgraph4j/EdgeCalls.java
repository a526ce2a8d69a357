package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.action.Command;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** Decisions of conditional edges, named after the node that they lead away from. One that comes later is waited for. */
final class EdgeCalls {
    private EdgeCalls() {}

    static FrameworkSpan begin(String from, @Nullable AgentState state) {
        FrameworkSpan span = FrameworkSpan.begin(GraphRuns.SCOPE, Step.EDGE, from);
        return span.input(GraphStates.copy(state, span));
    }

    static void end(FrameworkSpan span, @Nullable CompletableFuture<Command> decision, @Nullable Throwable error) {
        StepResult.end(span, decision, error, EdgeCalls::keep);
    }

    private static void keep(Command decision, FrameworkSpan span) {
        span.output(GraphStates.copy(decision, span));
    }
}
