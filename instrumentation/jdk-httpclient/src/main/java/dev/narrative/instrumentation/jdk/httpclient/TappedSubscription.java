package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.BodyTap;
import java.util.concurrent.Flow.Subscription;

/** Tells the tap when the application wants no more; what it asks for goes on as it is. */
record TappedSubscription(Subscription delegate, BodyTap tap) implements Subscription {
    @Override
    public void request(long count) {
        delegate.request(count);
    }

    @Override
    public void cancel() {
        tap.cancel();
        delegate.cancel();
    }
}
