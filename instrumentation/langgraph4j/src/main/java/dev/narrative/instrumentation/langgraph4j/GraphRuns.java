package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.util.concurrent.CompletableFuture;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphArgs;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;

/**
 * Runs of graphs. A run begins with its generator and ends with the generator's last step, on whatever thread asks for
 * it; one that nobody asks further ends when the generator is collected.
 */
final class GraphRuns {
    static final String SCOPE = "narrative.langgraph4j";
    private static final UnfinishedSpans<FrameworkSpan> RUNNING = new UnfinishedSpans<>();

    private GraphRuns() {}

    static void begin(
            Object generator, CompiledGraph<?> graph, @Nullable GraphInput input, @Nullable RunnableConfig config) {
        FrameworkSpan span = FrameworkSpan.begin(SCOPE, Step.WORKFLOW, name(graph));
        span.leave();
        span.goOn();
        RUNNING.put(generator, span);
        if (config != null) {
            span.conversation(config.threadId().orElse(null));
        }
        if (input instanceof GraphArgs arguments) {
            span.input(GraphStates.copy(arguments.value(), span));
        }
    }

    /** Enters a run; {@code null} when it has ended. */
    static @Nullable AdviceScope within(Object generator) {
        FrameworkSpan span = RUNNING.get(generator);
        return span == null ? null : new Entered(Contexts.attach(span));
    }

    static void stepped(Object generator, AsyncGenerator.@Nullable Data<?> step, @Nullable Throwable error) {
        Throwable failure = error != null || step == null ? error : failure(step);
        if (failure == null && (step == null || !step.isDone())) {
            return;
        }
        FrameworkSpan span = RUNNING.take(generator);
        if (span == null) {
            return;
        }
        if (failure != null) {
            span.fail(failure);
        } else if (step != null) {
            span.output(GraphStates.result(step.resultValue(), span));
        }
        span.release();
    }

    private static @Nullable Throwable failure(AsyncGenerator.Data<?> step) {
        CompletableFuture<?> future = step.future();
        if (future == null || !future.isCompletedExceptionally()) {
            return null;
        }
        return future.handle((value, thrown) -> StepErrors.cause(thrown)).getNow(null);
    }

    private static String name(CompiledGraph<?> graph) {
        return graph.compileConfig.graphId().orElse("graph");
    }

    private static final class Entered extends AdviceScope {
        private final @Nullable Object previous;

        Entered(@Nullable Object previous) {
            this.previous = previous;
        }

        @Override
        public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
            Contexts.restore(previous);
            return returned;
        }
    }
}
