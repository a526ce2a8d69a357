package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.HttpClientResponse;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

record JdkHttpResponse(HttpResponse<?> response) implements HttpClientResponse {
    static @Nullable JdkHttpResponse of(@Nullable HttpResponse<?> response) {
        return response == null ? null : new JdkHttpResponse(response);
    }

    @Override
    public int status() {
        return response.statusCode();
    }

    @Override
    public String protocolVersion() {
        return response.version() == HttpClient.Version.HTTP_2 ? "2" : "1.1";
    }

    @Override
    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
