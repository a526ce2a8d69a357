package dev.narrative.instrumentation.google.adk;

import com.google.adk.events.Event;
import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Stands between a step and whoever reads its events: signals leave the step's span, requests go into it. */
final class TracedSubscriber implements FlowableSubscriber<Event>, Subscription {
    private final Subscriber<? super Event> actual;
    private final FrameworkSpan step;
    private final @Nullable Span outside;
    private @Nullable Subscription upstream;

    TracedSubscriber(Subscriber<? super Event> actual, FrameworkSpan step, @Nullable Span outside) {
        this.actual = actual;
        this.step = step;
        this.outside = outside;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        Object before = Contexts.attach(outside);
        try {
            actual.onSubscribe(this);
        } finally {
            Contexts.restore(before);
        }
    }

    @Override
    public void onNext(Event event) {
        read(event);
        Object before = Contexts.attach(outside);
        try {
            actual.onNext(event);
        } finally {
            Contexts.restore(before);
        }
    }

    @Override
    public void onError(Throwable error) {
        end(error);
        Object before = Contexts.attach(outside);
        try {
            actual.onError(error);
        } finally {
            Contexts.restore(before);
        }
    }

    @Override
    public void onComplete() {
        end(null);
        Object before = Contexts.attach(outside);
        try {
            actual.onComplete();
        } finally {
            Contexts.restore(before);
        }
    }

    @Override
    public void request(long events) {
        Subscription to = upstream;
        if (to != null) {
            Object before = Contexts.attach(step);
            try {
                to.request(events);
            } finally {
                Contexts.restore(before);
            }
        }
    }

    @Override
    public void cancel() {
        Subscription to = upstream;
        if (to != null) {
            Object before = Contexts.attach(step);
            try {
                to.cancel();
            } finally {
                Contexts.restore(before);
                cancelStep();
            }
        }
    }

    private void read(Event event) {
        try {
            AdkSteps.said(step, event);
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
        }
    }

    private void end(@Nullable Throwable error) {
        try {
            step.finish(error);
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
        }
    }

    private void cancelStep() {
        try {
            step.cancel();
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
        }
    }
}
