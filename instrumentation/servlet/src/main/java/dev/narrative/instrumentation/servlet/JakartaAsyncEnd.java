package dev.narrative.instrumentation.servlet;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.HttpServerSpan;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.jspecify.annotations.Nullable;

/** Ends the span of an asynchronous request when the container says that it is complete, be it by a timeout. */
final class JakartaAsyncEnd implements AsyncListener {
    private final HttpServerSpan span;
    private @Nullable Throwable error;

    JakartaAsyncEnd(HttpServerSpan span) {
        this.span = span;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        try {
            JakartaRequests.end(span, event.getSuppliedRequest(), event.getSuppliedResponse(), error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        error = event.getThrowable();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The container completes the request, and its status tells how.
    }

    /** A new asynchronous cycle of the same request forgets its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
    }
}
