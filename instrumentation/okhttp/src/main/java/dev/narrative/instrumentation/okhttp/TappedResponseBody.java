package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A response body that the application reads as before, while a tap sees what it reads. */
final class TappedResponseBody extends ResponseBody {
    private static final int SWITCHING_PROTOCOLS = 101;

    private final ResponseBody body;
    private final BufferedSource source;

    TappedResponseBody(ResponseBody body, BodyTap tap) {
        this.body = body;
        this.source = Okio.buffer(new TappedSource(body.source(), tap));
    }

    /** The response with its body tapped; the given one when nobody wants to see it, or it became a WebSocket. */
    static Response in(OkHttpResponse answer, HttpClientSpan span) {
        Response response = answer.response();
        ResponseBody body = response.body();
        if (body == null || response.code() == SWITCHING_PROTOCOLS) {
            return response;
        }
        BodyTap tap = span.responseTap(answer);
        if (tap == null) {
            return response;
        }
        try {
            return response.newBuilder().body(new TappedResponseBody(body, tap)).build();
        } catch (Throwable error) {
            tap.cancel();
            throw error;
        }
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    /** Closes the body too, which may be an interceptor's own and do more than close its source. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException ignored) {
            // The library does not tell of it either.
        } finally {
            body.close();
        }
    }
}
