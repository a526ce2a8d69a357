package dev.narrative.applications.spring;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A driver's publisher, which knows nothing of Reactor: one item, from the driver's own thread. */
record OneItem(ForeignThread driver, String item) implements Publisher<String> {
    @Override
    public void subscribe(Subscriber<? super String> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long items) {
                driver.call(() -> {
                    subscriber.onNext(item);
                    subscriber.onComplete();
                });
            }

            @Override
            public void cancel() {}
        });
    }
}
