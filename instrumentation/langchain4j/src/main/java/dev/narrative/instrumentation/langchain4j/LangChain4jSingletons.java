package dev.narrative.instrumentation.langchain4j;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import org.jspecify.annotations.Nullable;

/** What the advice shares: how spans begin, and which objects of the library will end some of them. */
final class LangChain4jSingletons {
    static final String SCOPE = "narrative.langchain4j";

    /** Of AI services whose answer is streamed, by token stream and by the handler of each of its model calls. */
    static final UnfinishedSpans<FrameworkSpan> STREAMING_SERVICES = new UnfinishedSpans<>();

    /** Of model calls, by the handler that the library puts around the application's. */
    static final UnfinishedSpans<ModelSpan> STREAMING_CALLS = new UnfinishedSpans<>();

    private LangChain4jSingletons() {}

    /** Begins a step and makes it the current span; {@code null} when the current one is this step already. */
    static @Nullable FrameworkSpan begin(Step step, String subject) {
        return FrameworkSpan.isCurrent(step, subject) ? null : FrameworkSpan.begin(SCOPE, step, subject);
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
