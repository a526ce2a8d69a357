package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientConfig;

/** A request as it was configured; its headers may still change until it is sent. */
final class NettyRequest implements HttpClientRequest {
    private final HttpClientConfig config;
    private final RequestUrl url;

    NettyRequest(HttpClientConfig config) {
        this.config = config;
        this.url = RequestUrl.of(config);
    }

    @Override
    public String method() {
        return config.method().name();
    }

    @Override
    public String url() {
        return url.text();
    }

    @Override
    public @Nullable String host() {
        return url.host();
    }

    @Override
    public int port() {
        return url.port();
    }

    @Override
    public @Nullable String header(String name) {
        return config.headers().get(name);
    }
}
