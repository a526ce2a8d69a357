package dev.narrative.instrumentation.spring.ai;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.ai.chat.client.ChatClientResponse;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/** Stands between a step and whoever reads its answer: signals leave the step's span, requests go into it. */
final class TracedSubscriber implements CoreSubscriber<ChatClientResponse>, Subscription, Scannable {
    private final CoreSubscriber<? super ChatClientResponse> actual;
    private final FrameworkSpan step;
    private final @Nullable Span outside;
    private @Nullable Subscription upstream;

    TracedSubscriber(CoreSubscriber<? super ChatClientResponse> actual, FrameworkSpan step, @Nullable Span outside) {
        this.actual = actual;
        this.step = step;
        this.outside = outside;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
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
    public void onNext(ChatClientResponse piece) {
        read(piece);
        Object before = Contexts.attach(outside);
        try {
            actual.onNext(piece);
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
    public void request(long pieces) {
        Subscription to = upstream;
        if (to != null) {
            Object before = Contexts.attach(step);
            try {
                to.request(pieces);
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

    /** So that Reactor's own tools see through to both sides. */
    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return upstream;
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }

    private void read(ChatClientResponse piece) {
        try {
            if (step.keepsContent()) {
                step.outputPiece(Messages.text(piece.chatResponse()));
            }
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
