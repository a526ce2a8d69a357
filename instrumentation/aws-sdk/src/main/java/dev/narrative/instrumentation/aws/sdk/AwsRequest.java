package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

record AwsRequest(SdkHttpRequest request) implements HttpClientRequest {
    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String url() {
        return request.getUri().toString();
    }

    @Override
    public String host() {
        return request.host();
    }

    @Override
    public int port() {
        return request.port();
    }

    @Override
    public @Nullable String header(String name) {
        return request.firstMatchingHeader(name).orElse(null);
    }
}
