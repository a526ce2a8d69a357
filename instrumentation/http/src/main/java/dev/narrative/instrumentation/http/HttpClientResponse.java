package dev.narrative.instrumentation.http;

import org.jspecify.annotations.Nullable;

/** The response that a client got. */
public interface HttpClientResponse {
    /** The status code; 0 or less when it is not known. */
    int status();

    /** The protocol's version, such as {@code 1.1} or {@code 2}. */
    @Nullable
    String protocolVersion();

    /** The first value of a header, {@code null} when the response has none of this name. */
    @Nullable
    String header(String name);
}
