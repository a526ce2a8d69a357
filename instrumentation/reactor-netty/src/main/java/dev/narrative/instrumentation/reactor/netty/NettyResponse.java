package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.HttpVersions;
import io.netty.handler.codec.http2.Http2StreamChannel;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/** The headers are those that the client sees, without the content encoding when it has decompressed the body. */
record NettyResponse(HttpClientResponse response) implements dev.narrative.instrumentation.http.HttpClientResponse {
    @Override
    public int status() {
        return response.status().code();
    }

    /** Older versions of the client call all versions 1.1. */
    @Override
    public String protocolVersion() {
        if (response instanceof Connection connection && connection.channel() instanceof Http2StreamChannel) {
            return "2";
        }
        return HttpVersions.of(response.version().text());
    }

    @Override
    public @Nullable String header(String name) {
        return response.responseHeaders().get(name);
    }
}
