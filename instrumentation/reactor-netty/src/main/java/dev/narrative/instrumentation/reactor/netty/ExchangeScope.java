package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.Contexts;
import org.jspecify.annotations.Nullable;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.http.client.HttpClientState;

/** The time in which the client calls the application about a request: in the context that the request was made in. */
final class ExchangeScope extends AdviceScope {
    private final @Nullable Object outer;

    ExchangeScope(Exchange exchange) {
        outer = Contexts.attach(exchange.context());
    }

    /** Whether there is a connection, or with HTTP/2 a stream, that the request can be written to. */
    static boolean isReady(State state) {
        return state == State.CONFIGURED || state == HttpClientState.STREAM_CONFIGURED;
    }

    void leave() {
        Contexts.restore(outer);
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        leave();
        return returned;
    }
}
