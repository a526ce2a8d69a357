package dev.narrative.core.method;

import java.util.concurrent.Flow;

/** A publisher that tells when its first subscription has come to its end. */
record FollowedPublisher<T>(Flow.Publisher<T> publisher, LaterResult result) implements Flow.Publisher<T> {
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        publisher.subscribe(subscriber == null ? null : new FollowedSubscriber<>(subscriber, result));
    }

    private record FollowedSubscriber<T>(Flow.Subscriber<? super T> subscriber, LaterResult result)
            implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(new FollowedSubscription(subscription, result));
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            result.completed(null, error);
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            result.completed(null, null);
            subscriber.onComplete();
        }
    }

    private record FollowedSubscription(Flow.Subscription subscription, LaterResult result)
            implements Flow.Subscription {
        @Override
        public void request(long items) {
            subscription.request(items);
        }

        @Override
        public void cancel() {
            subscription.cancel();
            result.cancelled();
        }
    }
}
