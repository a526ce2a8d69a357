package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.http.BodyTap;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Stands before the subscriber of a body: shows a tap what passes, and lets the subscriber run in the caller's context.
 * Demand passes untouched.
 */
final class TappedSubscriber implements Subscriber<ByteBuffer> {
    private final Subscriber<? super ByteBuffer> subscriber;
    private final @Nullable BodyTap tap;
    private final @Nullable Span caller;

    TappedSubscriber(Subscriber<? super ByteBuffer> subscriber, @Nullable BodyTap tap, @Nullable Span caller) {
        this.subscriber = subscriber;
        this.tap = tap;
        this.caller = caller;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        CallerScope scope = CallerScope.of(caller);
        try {
            subscriber.onSubscribe(tap == null ? subscription : new TappedSubscription(subscription, tap));
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        if (tap != null && bytes != null) {
            tap.bytes(bytes.duplicate());
        }
        CallerScope scope = CallerScope.of(caller);
        try {
            subscriber.onNext(bytes);
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onError(Throwable error) {
        if (tap != null) {
            tap.fail(error);
        }
        CallerScope scope = CallerScope.of(caller);
        try {
            subscriber.onError(error);
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onComplete() {
        if (tap != null) {
            tap.complete();
        }
        CallerScope scope = CallerScope.of(caller);
        try {
            subscriber.onComplete();
        } finally {
            leave(scope);
        }
    }

    private static void leave(@Nullable CallerScope scope) {
        if (scope != null) {
            scope.close(null, null);
        }
    }

    private record TappedSubscription(Subscription subscription, BodyTap tap) implements Subscription {
        @Override
        public void request(long count) {
            subscription.request(count);
        }

        @Override
        public void cancel() {
            tap.cancel();
            subscription.cancel();
        }
    }
}
