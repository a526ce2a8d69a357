package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import dev.narrative.instrumentation.http.HttpClientSpan;
import dev.narrative.instrumentation.http.TappedInputStream;
import dev.narrative.instrumentation.http.UnfinishedSpans;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** The spans of connections between the calls that their requests are made of. */
final class OpenConnections {
    private static final HttpClientInstrumenter INSTRUMENTER =
            new HttpClientInstrumenter("narrative.jdk-urlconnection");
    private static final UnfinishedSpans<HttpClientSpan> SPANS = new UnfinishedSpans<>();

    private OpenConnections() {}

    /** Begins a connection's request, or goes on with it; headers can be set only before it is connected. */
    static @Nullable HttpClientSpan begin(HttpURLConnection connection, boolean connected) {
        HttpClientSpan known = SPANS.get(connection);
        if (known != null) {
            return known.resume() ? known : null;
        }
        HttpClientSpan span = INSTRUMENTER.start(new UrlRequest(connection));
        if (span != null && !connected) {
            span.inject(new UrlHeaders(connection));
        }
        return span;
    }

    static void connected(HttpURLConnection connection, HttpClientSpan span, @Nullable Throwable error) {
        if (error == null) {
            span.detach();
            SPANS.put(connection, span);
        } else {
            SPANS.take(connection);
            span.end(null, error);
        }
    }

    /**
     * An error status comes as an exception too, which says less than the status.
     *
     * @return the stream that takes the place of the body's, {@code null} when it stays
     */
    static @Nullable InputStream answered(
            HttpURLConnection connection,
            HttpClientSpan span,
            int status,
            @Nullable InputStream body,
            @Nullable Throwable error) {
        SPANS.take(connection);
        if (status <= 0) {
            span.end(null, error);
            return null;
        }
        UrlResponse response = new UrlResponse(connection, status);
        BodyTap tap = body == null ? null : span.responseTap(response);
        span.end(response, null);
        return tap == null || body == null ? null : new TappedInputStream(body, tap);
    }

    static void abandoned(HttpURLConnection connection) {
        HttpClientSpan span = SPANS.take(connection);
        if (span != null) {
            span.end(null, null);
        }
    }
}
