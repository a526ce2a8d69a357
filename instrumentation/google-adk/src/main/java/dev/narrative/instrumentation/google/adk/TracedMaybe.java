package dev.narrative.instrumentation.google.adk;

import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import java.util.Map;

/** A tool's result as the end of its step, which began when the tool was called. */
final class TracedMaybe extends Maybe<Map<String, Object>> {
    private final Maybe<Map<String, Object>> source;
    private final FrameworkSpan step;

    TracedMaybe(Maybe<Map<String, Object>> source, FrameworkSpan step) {
        this.source = source;
        this.step = step;
    }

    @Override
    protected void subscribeActual(MaybeObserver<? super Map<String, Object>> actual) {
        TracedObserver traced = new TracedObserver(actual, step, Span.current());
        Object before = Contexts.attach(step);
        try {
            source.subscribe(traced);
        } finally {
            Contexts.restore(before);
        }
    }
}
