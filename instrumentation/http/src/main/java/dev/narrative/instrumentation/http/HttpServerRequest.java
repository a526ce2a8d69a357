package dev.narrative.instrumentation.http;

import dev.narrative.core.propagation.HeaderGetter;
import org.jspecify.annotations.Nullable;

/** One request as a server received it. */
public interface HttpServerRequest extends HeaderGetter {
    String method();

    /** {@code http} or {@code https}. */
    String scheme();

    String path();

    /** The query without its question mark; the kit masks it. */
    @Nullable
    String query();

    /** The protocol's version, such as {@code 1.1} or {@code 2}. */
    @Nullable
    String protocolVersion();

    /** The address of the other end of the connection. */
    @Nullable
    String clientAddress();

    /** The pattern that chose the handler, {@code null} while it is not known. */
    @Nullable
    String route();
}
