package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call that the client's reactor completes. Its span is never the current one: what runs meanwhile, callbacks
 * included, belongs to whoever made the call. Nothing here throws.
 */
final class AsyncCall {
    /** The call that this thread is about to hand to the client. */
    private static final ThreadLocal<@Nullable AsyncCall> HANDED_OVER = new ThreadLocal<>();

    /** By what sends their requests, one for each call. */
    private static final UnfinishedSpans<HttpClientSpan> BY_RUNTIME = new UnfinishedSpans<>();

    private final @Nullable Object caller = Contexts.current();
    private final @Nullable HttpHost target;
    private volatile @Nullable HttpClientSpan span;
    private volatile @Nullable ApacheResponse response;

    AsyncCall(@Nullable HttpHost target) {
        this.target = target;
    }

    /** Enters the caller's context, for {@link Contexts#restore}. */
    @Nullable
    Object enterCaller() {
        return Contexts.attach(caller);
    }

    /** The application has said what it asks for: the span begins. */
    void begin(HttpRequest request) {
        Object outer = enterCaller();
        try {
            HttpClientSpan begun = ClassicCalls.INSTRUMENTER.startNested(new ApacheRequest(request, target));
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

    /** Until {@link #handedOver}, what this thread makes to send requests sends this call's. */
    @Nullable
    AsyncCall handOver() {
        AsyncCall before = HANDED_OVER.get();
        HANDED_OVER.set(this);
        return before;
    }

    static void handedOver(@Nullable AsyncCall before) {
        if (before == null) {
            HANDED_OVER.remove();
        } else {
            HANDED_OVER.set(before);
        }
    }

    /** What was made will send the requests of the call that this thread hands over. */
    static void sentBy(Object runtime) {
        AsyncCall call = HANDED_OVER.get();
        HttpClientSpan begun = call == null ? null : call.span;
        if (begun != null) {
            BY_RUNTIME.put(runtime, begun);
        }
    }

    /** The span whose requests this sends, {@code null} when there is none or it has ended. */
    static @Nullable HttpClientSpan sending(Object runtime) {
        HttpClientSpan span = BY_RUNTIME.get(runtime);
        return span == null || span.hasEnded() ? null : span;
    }

    @Nullable
    HttpClientSpan span() {
        return span;
    }

    /** What sees the bytes of the request's body. */
    @Nullable
    BodyTap requestTap() {
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
    @Nullable
    BodyTap answered(HttpResponse head, boolean hasBody) {
        HttpClientSpan begun = span;
        if (begun == null) {
            return null;
        }
        try {
            ApacheResponse answer = new ApacheResponse(head);
            response = answer;
            return hasBody ? begun.responseTap(answer) : null;
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return null;
        }
    }

    /** The call is over; only the first who says so is heard. */
    void end(@Nullable Throwable error) {
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

    void cancelled() {
        HttpClientSpan begun = span;
        if (begun != null && !begun.hasEnded()) {
            end(new CancellationException("the request was cancelled"));
        }
    }
}
