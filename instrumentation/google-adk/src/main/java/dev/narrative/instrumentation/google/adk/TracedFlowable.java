package dev.narrative.instrumentation.google.adk;

import com.google.adk.events.Event;
import dev.narrative.boot.AdviceErrors;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** Events as a step, of its own for each subscription: it begins when somebody subscribes, and what is upstream runs within it. */
final class TracedFlowable extends Flowable<Event> {
    private final Flowable<Event> source;
    private final Function<@Nullable Span, FrameworkSpan> begin;
    private final @Nullable Span assembledIn;

    /** @param begin begins the step within a span */
    TracedFlowable(Flowable<Event> source, Function<@Nullable Span, FrameworkSpan> begin) {
        this.source = source;
        this.begin = begin;
        this.assembledIn = Span.current();
    }

    @Override
    protected void subscribeActual(Subscriber<? super Event> actual) {
        Span outside = Span.current();
        FrameworkSpan step = begin(outside == null ? assembledIn : outside);
        if (step == null) {
            source.subscribe(actual);
            return;
        }
        TracedSubscriber traced = new TracedSubscriber(actual, step, outside);
        step.enter();
        try {
            source.subscribe(traced);
        } finally {
            step.leave();
            step.goOn();
        }
    }

    private @Nullable FrameworkSpan begin(@Nullable Span around) {
        try {
            return begin.apply(around);
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
            return null;
        }
    }
}
