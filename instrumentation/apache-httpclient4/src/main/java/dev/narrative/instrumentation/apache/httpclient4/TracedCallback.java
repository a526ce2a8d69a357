package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.boot.Contexts;
import org.apache.http.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * Hears how a call went, ends its span, and tells the application in the context in which the call was made.
 *
 * @param <T> the result
 */
final class TracedCallback<T> implements FutureCallback<T> {
    private final AsyncCall call;
    private final @Nullable FutureCallback<T> told;

    TracedCallback(AsyncCall call, @Nullable FutureCallback<T> told) {
        this.call = call;
        this.told = told;
    }

    @Override
    public void completed(T result) {
        call.end(null);
        if (told != null) {
            Object outer = call.enterCaller();
            try {
                told.completed(result);
            } finally {
                Contexts.restore(outer);
            }
        }
    }

    @Override
    public void failed(Exception error) {
        call.end(error);
        if (told != null) {
            Object outer = call.enterCaller();
            try {
                told.failed(error);
            } finally {
                Contexts.restore(outer);
            }
        }
    }

    @Override
    public void cancelled() {
        call.cancelled();
        if (told != null) {
            Object outer = call.enterCaller();
            try {
                told.cancelled();
            } finally {
                Contexts.restore(outer);
            }
        }
    }
}
