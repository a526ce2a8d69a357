package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import dev.narrative.instrumentation.http.HttpClientSpan;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** What this folder's advice shares. */
final class ClassicCalls {
    static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.apache-httpclient5");

    private ClassicCalls() {}

    /** Begins the span of a call; what an interceptor sends meanwhile is a request of its own. */
    static @Nullable HttpClientSpan begin(@Nullable HttpHost target, ClassicHttpRequest request) {
        return INSTRUMENTER.startNested(new ApacheRequest(request, target));
    }

    /** Ends the span, with a tap at the response's body when somebody asks for it. */
    static void answered(HttpClientSpan span, ClassicHttpResponse response) {
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
}
