package dev.narrative.instrumentation.langchain4j;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the advice shares: how spans begin, and which objects of the library will end some of them. */
final class LangChain4jSingletons {
    static final String SCOPE = "narrative.langchain4j";

    /** What came with 1.10 of the agents, which since then tell their names and types. */
    static final List<String> AGENTS_THAT_TELL_THEIR_NAMES =
            List.of("dev.langchain4j.agentic.planner.AgenticSystemTopology");

    /** Of AI services whose answer is streamed, by token stream and by the handler of each of its model calls. */
    static final UnfinishedSpans<FrameworkSpan> STREAMING_SERVICES = new UnfinishedSpans<>();

    /** Of model calls, by the handler that the library puts around the application's. */
    static final UnfinishedSpans<ModelSpan> STREAMING_CALLS = new UnfinishedSpans<>();

    private LangChain4jSingletons() {}

    /** Begins a step and makes it the current span; {@code null} when the current one is this step already. */
    static @Nullable FrameworkSpan begin(Step step, String subject) {
        return FrameworkSpan.isCurrent(step, subject) ? null : FrameworkSpan.begin(SCOPE, step, subject);
    }

    /** Whether the current span is a workflow of the library's: then what begins is a part of that. */
    static boolean isInWorkflow() {
        FrameworkSpan workflow = FrameworkSpan.current(Step.WORKFLOW);
        return workflow != null && workflow.scope().equals(SCOPE);
    }

    /** Begins a model call and makes it the current span; {@code null} when it is part of one that is going on. */
    static @Nullable ModelSpan begin(ModelApi api) {
        Span around = Span.current();
        if (around instanceof ModelSpan outer && outer.includes(api)) {
            return null;
        }
        ModelSpan span = ModelSpan.begin(AgentRuntime.tracer(), api, around);
        span.enter();
        return span;
    }
}
