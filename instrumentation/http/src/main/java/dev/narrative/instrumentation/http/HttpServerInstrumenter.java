package dev.narrative.instrumentation.http;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.propagation.CorrelationReader;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import org.jspecify.annotations.Nullable;

/** Begins the span of each request that a server receives: the first of its trace in this process. */
public final class HttpServerInstrumenter {
    private final String scope;

    /** @param scope the instrumentation scope's name, such as {@code narrative.servlet} */
    public HttpServerInstrumenter(String scope) {
        this.scope = scope;
    }

    /**
     * Begins the span of a request and makes it the current one. A context that the server's thread still has from
     * elsewhere does not count; the request's headers do.
     *
     * @return {@code null} when a request's span is running here already, as in a filter's servlet
     */
    public @Nullable HttpServerScope start(HttpServerRequest request) {
        if (AgentThreads.isCurrent() || (Span.current() instanceof HttpServerSpan outer && !outer.hasEnded())) {
            return null;
        }
        RemoteParent remote = Propagation.current().extract(request);
        HttpServerSpan span = new HttpServerSpan(
                AgentRuntime.tracer(), scope, request, CorrelationReader.complete(remote, request, request.query()));
        return new HttpServerScope(span, true);
    }
}
