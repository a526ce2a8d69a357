package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.HttpClientResponse;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response as the application gets it: where the library or an interceptor has unpacked the body, it has dropped {@code
 * Content-Encoding} too.
 */
record OkHttpResponse(Response response) implements HttpClientResponse {
    @Override
    public int status() {
        return response.code();
    }

    @Override
    public @Nullable String protocolVersion() {
        return switch (response.protocol().toString()) {
            case "http/1.0" -> "1.0";
            case "http/1.1" -> "1.1";
            case "h2", "h2_prior_knowledge" -> "2";
            case "h3" -> "3";
            default -> null;
        };
    }

    @Override
    public @Nullable String header(String name) {
        return response.header(name);
    }
}
