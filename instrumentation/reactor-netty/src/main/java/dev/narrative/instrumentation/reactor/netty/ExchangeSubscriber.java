package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.boot.AdviceErrors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/** Stands between the client and whoever subscribed to a request. It brings the exchange into the context. */
final class ExchangeSubscriber implements CoreSubscriber<Connection>, Subscription, Scannable {
    private final CoreSubscriber<? super Connection> actual;
    private final Exchange exchange;
    private final Context context;
    private @Nullable Subscription upstream;

    ExchangeSubscriber(CoreSubscriber<? super Connection> actual, Exchange exchange) {
        this.actual = actual;
        this.exchange = exchange;
        this.context = actual.currentContext().put(Exchange.KEY, exchange);
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(Connection connection) {
        try {
            if (connection instanceof HttpClientResponse answer) {
                exchange.answered(answer);
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        ExchangeScope scope = new ExchangeScope(exchange);
        try {
            actual.onNext(connection);
        } finally {
            scope.leave();
        }
    }

    @Override
    public void onError(Throwable error) {
        try {
            exchange.failed(error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        ExchangeScope scope = new ExchangeScope(exchange);
        try {
            actual.onError(error);
        } finally {
            scope.leave();
        }
    }

    @Override
    public void onComplete() {
        ExchangeScope scope = new ExchangeScope(exchange);
        try {
            actual.onComplete();
        } finally {
            scope.leave();
        }
    }

    @Override
    public void request(long items) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(items);
        }
    }

    @Override
    public void cancel() {
        try {
            exchange.cancelled();
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
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
}
