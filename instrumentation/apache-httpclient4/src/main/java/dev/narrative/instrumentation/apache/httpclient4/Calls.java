package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import dev.narrative.instrumentation.http.HttpClientSpan;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What this folder's advice shares. */
final class Calls {
    static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.apache-httpclient4");

    private Calls() {}

    /** Begins the span of a call; what an interceptor sends meanwhile is a request of its own. */
    static @Nullable HttpClientSpan begin(@Nullable HttpHost target, HttpRequest request) {
        return INSTRUMENTER.startNested(new ApacheRequest(request, target));
    }

    /** Ends the span, with a tap at the response's body when somebody asks for it. */
    static void answered(HttpClientSpan span, HttpResponse response) {
        ApacheResponse answer = new ApacheResponse(response);
        try {
            HttpEntity entity = response.getEntity();
            BodyTap tap = entity == null ? null : span.responseTap(answer);
            if (entity != null && tap != null) {
                response.setEntity(new TappedEntity(entity, tap));
            }
        } finally {
            span.end(answer, null);
        }
    }

    /** The body of a request that is about to be written; the given one when nobody asks for its bytes. */
    static HttpEntity sending(HttpEntity entity) {
        HttpClientSpan span = INSTRUMENTER.around();
        BodyTap tap = span == null ? null : span.requestTap();
        return tap == null ? entity : new TappedEntity(entity, tap);
    }
}
