package dev.narrative.instrumentation.sdk.retries;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelApis;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an application asks of an SDK once: the call of a model that all attempts belong to. */
final class SdkCalls {
    private SdkCalls() {}

    /**
     * Begins a call and makes it the current span. The host is left to the attempts: an SDK may yet send them elsewhere.
     *
     * @return {@code null} when the request is not for a model, or part of a call that somebody above has begun
     */
    static @Nullable ModelSpan begin(String method, String url) {
        ModelApi api = ModelApis.find(method, url, null);
        Span around = Span.current();
        if (api == null || (around instanceof ModelSpan above && above.includes(api))) {
            return null;
        }
        ModelSpan call = ModelSpan.begin(AgentRuntime.tracer(), api, around);
        call.enter();
        return call;
    }

    /** Lets a call go when its answer's headers are there; the body is held by the attempt that it comes from. */
    static @Nullable CompletableFuture<?> later(
            TracedCall call, @Nullable CompletableFuture<?> future, @Nullable Throwable error) {
        if (future == null) {
            call.exit(error);
            return null;
        }
        ModelSpan span = (ModelSpan) call;
        span.leave();
        span.goOn();
        // What is handed out completes after the call was let go, so that nobody can be faster.
        return future.whenComplete(new CallEnd(span));
    }
}
