package dev.narrative.instrumentation.narrative.api;

import dev.narrative.api.Generation;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Score;
import dev.narrative.api.TraceSpan;
import dev.narrative.api.spi.Recorder;
import dev.narrative.boot.ContextFunctions;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.propagation.CorrelationReader;
import dev.narrative.core.propagation.HeaderGetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKind;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what the application says through the API. */
final class SpanRecorder implements Recorder {
    static final String SCOPE = "narrative.api";
    static final SpanRecorder INSTANCE = new SpanRecorder();

    private SpanRecorder() {}

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public @Nullable OpenSpan start(String sessionId, @Nullable String storyId) {
        return Guarded.get(() -> {
            Span span = begin("story");
            span.correlate(new Correlation(ApiTexts.id(sessionId), ApiTexts.id(storyId), null, null));
            return handle(span);
        });
    }

    @Override
    public @Nullable OpenSpan span(String name) {
        return Guarded.get(() -> handle(begin(ApiTexts.name(name, "span"))));
    }

    @Override
    public @Nullable Generation generation(String name) {
        return Guarded.get(() -> generationWithin(Span.current(), name));
    }

    static OpenSpan within(Span around, String name) {
        return handle(AgentRuntime.tracer().startWithin(around, ApiTexts.name(name, "span"), SpanKind.INTERNAL, SCOPE));
    }

    static Generation generationWithin(@Nullable Span around, String name) {
        ModelSpan model = ModelSpan.begin(AgentRuntime.tracer(), ModelApi.ofFramework("chat", null), around);
        model.keepName(ApiTexts.name(name, "generation"));
        return new GenerationHandle(model);
    }

    @Override
    public @Nullable TraceSpan current() {
        return Guarded.get(() -> {
            Span span = Span.current();
            return span == null ? null : new SpanView(span);
        });
    }

    @Override
    public @Nullable Map<String, String> headers() {
        return Guarded.get(() -> {
            Span span = Span.current();
            if (span == null) {
                return null;
            }
            ApiHeaders headers = new ApiHeaders();
            Propagation.current().inject(span, headers);
            return Collections.unmodifiableMap(headers.written());
        });
    }

    @Override
    public @Nullable OpenSpan continueFrom(Map<String, ?> headers) {
        return Guarded.get(() -> continued(ApiHeaders.of(headers)));
    }

    @Override
    public @Nullable OpenSpan continueFrom(Function<String, @Nullable String> headers) {
        return Guarded.get(() -> continued(ApiHeaders.of(headers)));
    }

    private static OpenSpan continued(HeaderGetter headers) {
        RemoteParent sender = CorrelationReader.complete(Propagation.current().extract(headers), headers, null);
        Tracer tracer = AgentRuntime.tracer();
        return handle(
                sender.equals(RemoteParent.NONE)
                        ? tracer.start("continue", SpanKind.INTERNAL, SCOPE)
                        : tracer.start("continue", SpanKind.CONSUMER, SCOPE, sender));
    }

    @Override
    public @Nullable Runnable wrap(Runnable task) {
        return Guarded.get(() -> ContextFunctions.bind(task));
    }

    @Override
    public <T> @Nullable Callable<T> wrapCallable(Callable<T> task) {
        return Guarded.get(() -> ContextFunctions.bind(task));
    }

    @Override
    public <T> @Nullable Supplier<T> wrapSupplier(Supplier<T> supplier) {
        return Guarded.get(() -> ContextFunctions.bind(supplier));
    }

    @Override
    public <T, R> @Nullable Function<T, R> wrapFunction(Function<T, R> function) {
        return Guarded.get(() -> ContextFunctions.bind(function));
    }

    @Override
    public void scoreSpan(String traceId, String spanId, Score score) {
        Guarded.run(() -> ApiScores.recordOnSpan(traceId, spanId, score));
    }

    @Override
    public void scoreTrace(String traceId, Score score) {
        Guarded.run(() -> ApiScores.recordOnTrace(traceId, score));
    }

    @Override
    public void scoreSession(String sessionId, Score score) {
        Guarded.run(() -> ApiScores.recordOnSession(sessionId, score));
    }

    private static Span begin(String name) {
        return AgentRuntime.tracer().start(name, SpanKind.INTERNAL, SCOPE);
    }

    private static OpenSpan handle(Span span) {
        span.attributes().put(AttributeNames.TYPE, "span");
        return new SpanHandle(span);
    }
}
