package dev.narrative.instrumentation.http;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.Contexts;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a thread works on a request. A request may have several, one after the other or even overlapping by
 * a moment, so each keeps for itself what it has to restore.
 */
public final class HttpServerScope extends AdviceScope {
    private final HttpServerSpan span;
    private final boolean first;
    private final @Nullable Object outer;

    HttpServerScope(HttpServerSpan span, boolean first) {
        this.span = span;
        this.first = first;
        this.outer = Contexts.attach(span);
    }

    public HttpServerSpan span() {
        return span;
    }

    /** Whether the request began here, rather than being resumed. */
    public boolean isFirst() {
        return first;
    }

    /** The thread leaves the request; who does not end the span says that it {@linkplain HttpServerSpan#goOn goes on}. */
    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        Contexts.restore(outer);
        return returned;
    }
}
