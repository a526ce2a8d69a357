package dev.narrative.instrumentation.okhttp;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The application's callback, which runs in the context in which the call was enqueued, after the call's span has ended. It
 * carries the span from the one thread to the other, too.
 */
final class TracedCallback implements Callback {
    private final HttpClientSpan span;
    private final @Nullable Object context;
    private final Callback application;

    private TracedCallback(HttpClientSpan span, @Nullable Object context, Callback application) {
        this.span = span;
        this.context = context;
        this.application = application;
    }

    /** Begins a call's span and leaves it to the dispatcher's thread; {@code null} when the call is not traced. */
    static @Nullable TracedCallback begin(Call call, Callback application) {
        Object context = Contexts.current();
        HttpClientSpan span = OkHttpSingletons.begin(call);
        if (span == null) {
            return null;
        }
        span.detach();
        return new TracedCallback(span, context, application);
    }

    void resume() {
        span.resume();
    }

    void fail(@Nullable Throwable error) {
        span.end(null, error);
    }

    @Override
    public void onFailure(Call call, IOException error) {
        try {
            fail(error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        Object previous = Contexts.attach(context);
        try {
            application.onFailure(call, error);
        } finally {
            Contexts.restore(previous);
        }
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
        Response handedOut = response;
        try {
            handedOut = OkHttpSingletons.answered(span, response);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        Object previous = Contexts.attach(context);
        try {
            application.onResponse(call, handedOut);
        } finally {
            Contexts.restore(previous);
        }
    }
}
