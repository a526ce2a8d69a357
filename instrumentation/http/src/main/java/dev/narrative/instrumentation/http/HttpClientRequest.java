package dev.narrative.instrumentation.http;

import org.jspecify.annotations.Nullable;

/** One request as its client is about to send it. */
public interface HttpClientRequest {
    String method();

    /** The whole URL, credentials and query included; the kit masks it. */
    String url();

    @Nullable
    String host();

    /** The port in the URL, negative when it says none. */
    int port();

    /** The first value of a header that the application set, {@code null} when it set none. */
    @Nullable
    String header(String name);
}
