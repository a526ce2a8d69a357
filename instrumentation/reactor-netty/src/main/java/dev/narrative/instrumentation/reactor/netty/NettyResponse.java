package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.HttpVersions;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientResponse;

/** The headers are those that the client sees, without the content encoding when it has decompressed the body. */
record NettyResponse(HttpClientResponse response) implements dev.narrative.instrumentation.http.HttpClientResponse {
    @Override
    public int status() {
        return response.status().code();
    }

    @Override
    public String protocolVersion() {
        return HttpVersions.of(response.version().text());
    }

    @Override
    public @Nullable String header(String name) {
        return response.responseHeaders().get(name);
    }
}
