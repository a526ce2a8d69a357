package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

record AwsResponse(SdkHttpResponse response) implements HttpClientResponse {
    private static final int FIRST_ERROR = 400;

    boolean isError() {
        return status() >= FIRST_ERROR;
    }

    @Override
    public int status() {
        return response.statusCode();
    }

    /** The SDK does not tell. */
    @Override
    public @Nullable String protocolVersion() {
        return null;
    }

    @Override
    public @Nullable String header(String name) {
        return response.firstMatchingHeader(name).orElse(null);
    }
}
