package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.HttpClientRequest;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

record JdkHttpRequest(HttpRequest request) implements HttpClientRequest {
    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String url() {
        return request.uri().toString();
    }

    @Override
    public @Nullable String host() {
        return request.uri().getHost();
    }

    @Override
    public int port() {
        return request.uri().getPort();
    }

    @Override
    public @Nullable String header(String name) {
        return request.headers().firstValue(name).orElse(null);
    }
}
