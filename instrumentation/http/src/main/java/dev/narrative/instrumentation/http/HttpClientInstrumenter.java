package dev.narrative.instrumentation.http;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.ModelExchange;
import org.jspecify.annotations.Nullable;

/** Decides which requests of a client become spans, and begins them. */
public final class HttpClientInstrumenter {
    private final String scope;

    /** @param scope the instrumentation scope's name, such as {@code narrative.jdk-httpclient} */
    public HttpClientInstrumenter(String scope) {
        this.scope = scope;
    }

    /**
     * Begins the span of a request and makes it the current one.
     *
     * @return {@code null} when the request is part of one that is a span already, as with a client that is built upon
     *     another, and for the agent's own requests
     */
    public @Nullable HttpClientSpan start(HttpClientRequest request) {
        return start(request, false);
    }

    /**
     * As {@link #start}, for a client within whose requests the application's code runs, such as its interceptors: what
     * that code sends by the same client is a request of its own.
     */
    public @Nullable HttpClientSpan startNested(HttpClientRequest request) {
        return start(request, true);
    }

    private @Nullable HttpClientSpan start(HttpClientRequest request, boolean nested) {
        Span around = Span.current();
        if (AgentThreads.isCurrent()
                || (around instanceof HttpClientSpan client
                        && client.isRunningHere()
                        && !(nested && client.scope().equals(scope)))) {
            return null;
        }
        Tracer tracer = AgentRuntime.tracer();
        ModelExchange exchange = ModelExchange.begin(tracer, request.method(), request.url(), request.host(), around);
        if (exchange != null) {
            exchange.span().sentTo(request.url(), request.host(), request.port());
        }
        Span parent = exchange == null ? around : exchange.span();
        HttpClientSpan span = parent == null
                ? new HttpClientSpan(tracer, scope, request, tracer.localRoot())
                : new HttpClientSpan(tracer, scope, request, parent, exchange);
        span.begin();
        return span;
    }

    /** The span that {@link #start} began on this thread and that is still current. */
    public @Nullable HttpClientSpan running() {
        return Span.current() instanceof HttpClientSpan span
                        && span.isRunningHere()
                        && span.scope().equals(scope)
                ? span
                : null;
    }

    /**
     * The request of this client's that the current thread works for, whatever spans lie within it.
     *
     * @return {@code null} when there is none, another client's is nearer, or it has ended
     */
    public @Nullable HttpClientSpan around() {
        for (Span span = Span.current(); span != null; span = span.parent()) {
            if (span instanceof HttpClientSpan client) {
                return client.scope().equals(scope) && !client.hasEnded() ? client : null;
            }
        }
        return null;
    }
}
