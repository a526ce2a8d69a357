package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import dev.narrative.instrumentation.http.HttpClientSpan;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What this folder's advice shares. */
final class OkHttpSingletons {
    private static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.okhttp");

    private OkHttpSingletons() {}

    /** Begins the span of a call; an interceptor's own calls have theirs within that of the call that it intercepts. */
    static @Nullable HttpClientSpan begin(Call call) {
        return INSTRUMENTER.startNested(new OkHttpRequest(call.request()));
    }

    /** The span of the call that this thread works for, {@code null} when that is not traced. */
    static @Nullable HttpClientSpan around() {
        return INSTRUMENTER.around();
    }

    /** Ends the span, and gives the response to hand out in place of this one. */
    static Response answered(HttpClientSpan span, Response response) {
        OkHttpResponse answer = new OkHttpResponse(response);
        try {
            return TappedResponseBody.in(answer, span);
        } finally {
            span.end(answer, null);
        }
    }
}
