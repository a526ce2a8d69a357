package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.AsyncClientCall;
import dev.narrative.instrumentation.http.HttpClientSpan;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** One call that the client's reactor completes, and how what sends its requests finds its span. */
final class AsyncCall extends AsyncClientCall {
    /** The call that this thread is about to hand to the client. */
    private static final ThreadLocal<@Nullable AsyncCall> HANDED_OVER = new ThreadLocal<>();

    /** By what sends their requests, one for each call. */
    private static final UnfinishedSpans<HttpClientSpan> BY_RUNTIME = new UnfinishedSpans<>();

    private final @Nullable HttpHost target;

    AsyncCall(@Nullable HttpHost target) {
        super(ClassicCalls.INSTRUMENTER);
        this.target = target;
    }

    /** The application has said what it asks for. */
    void begin(HttpRequest request) {
        begin(new ApacheRequest(request, target));
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
        HttpClientSpan begun = call == null ? null : call.span();
        if (begun != null) {
            BY_RUNTIME.put(runtime, begun);
        }
    }

    /** The span whose requests this sends, {@code null} when there is none or it has ended. */
    static @Nullable HttpClientSpan sending(Object runtime) {
        HttpClientSpan span = BY_RUNTIME.get(runtime);
        return span == null || span.hasEnded() ? null : span;
    }
}
