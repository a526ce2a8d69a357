package dev.narrative.instrumentation.http;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One call that other threads complete, made by the thread that makes this. Its span is never the current one: what runs
 * meanwhile, callbacks included, belongs to whoever made the call. Nothing here throws, since libraries call it.
 */
public class AsyncClientCall {
    private final HttpClientInstrumenter instrumenter;
    private final @Nullable Object caller = Contexts.current();
    private volatile @Nullable HttpClientSpan span;
    private volatile @Nullable HttpClientResponse response;

    public AsyncClientCall(HttpClientInstrumenter instrumenter) {
        this.instrumenter = instrumenter;
    }

    /** Enters the caller's context; gives what {@link Contexts#restore} takes. */
    public final @Nullable Object enterCaller() {
        return Contexts.attach(caller);
    }

    /** The request is known: the span begins, unless the request is part of another one. */
    public final void begin(HttpClientRequest request) {
        Object outer = enterCaller();
        try {
            HttpClientSpan begun = instrumenter.startNested(request);
            if (begun != null) {
                begun.detach();
                span = begun;
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        } finally {
            Contexts.restore(outer);
        }
    }

    /** The span, {@code null} before it begins and where there is none. */
    public final @Nullable HttpClientSpan span() {
        return span;
    }

    /** What sees the bytes of the request's body, asked for each time that it is sent. */
    public final @Nullable BodyTap requestTap() {
        HttpClientSpan begun = span;
        try {
            return begun == null ? null : begun.requestTap();
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return null;
        }
    }

    /**
     * The head of the response is there.
     *
     * @return what sees the bytes of its body
     */
    public final @Nullable BodyTap answered(HttpClientResponse head, boolean hasBody) {
        HttpClientSpan begun = span;
        if (begun == null) {
            return null;
        }
        response = head;
        try {
            return hasBody ? begun.responseTap(head) : null;
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return null;
        }
    }

    /** The call is over; only the first who says so is heard. */
    public final void end(@Nullable Throwable error) {
        HttpClientSpan begun = span;
        if (begun == null) {
            return;
        }
        try {
            begun.end(response, error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }

    /** The application wants no answer any more. */
    public final void cancelled() {
        HttpClientSpan begun = span;
        if (begun != null && !begun.hasEnded()) {
            end(new CancellationException("the request was cancelled"));
        }
    }
}
