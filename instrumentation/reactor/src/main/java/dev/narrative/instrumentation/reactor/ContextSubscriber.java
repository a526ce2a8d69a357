package dev.narrative.instrumentation.reactor;

import dev.narrative.boot.ContextSlot;
import dev.narrative.boot.Contexts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/** Hands each signal on in the context of the subscription, on whatever thread it comes. */
final class ContextSubscriber<T> implements CoreSubscriber<T>, Scannable {
    private final CoreSubscriber<? super T> actual;
    private final Object context;
    private @Nullable Subscription subscription;

    private ContextSubscriber(CoreSubscriber<? super T> actual, Object context) {
        this.actual = actual;
        this.context = context;
    }

    /** Binds a subscriber to the current context, {@code null} when there is none or it is bound already. */
    static <T> @Nullable CoreSubscriber<T> bind(CoreSubscriber<T> actual) {
        Object context = Contexts.current();
        return context == null || (actual instanceof ContextSubscriber<?> bound && bound.context == context)
                ? null
                : new ContextSubscriber<>(actual, context);
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        ContextSlot slot = Contexts.slot();
        Object outer = slot.current;
        slot.current = context;
        try {
            actual.onSubscribe(upstream);
        } finally {
            slot.current = outer;
        }
    }

    @Override
    public void onNext(T value) {
        ContextSlot slot = Contexts.slot();
        Object outer = slot.current;
        slot.current = context;
        try {
            actual.onNext(value);
        } finally {
            slot.current = outer;
        }
    }

    @Override
    public void onError(Throwable error) {
        ContextSlot slot = Contexts.slot();
        Object outer = slot.current;
        slot.current = context;
        try {
            actual.onError(error);
        } finally {
            slot.current = outer;
        }
    }

    @Override
    public void onComplete() {
        ContextSlot slot = Contexts.slot();
        Object outer = slot.current;
        slot.current = context;
        try {
            actual.onComplete();
        } finally {
            slot.current = outer;
        }
    }

    /** So that Reactor's own tools see through to both sides. */
    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return subscription;
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }
}
