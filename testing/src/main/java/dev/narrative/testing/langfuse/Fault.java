package dev.narrative.testing.langfuse;

import java.util.Map;

/**
 * An answer instead of the usual one.
 *
 * @param body with its media type; empty for none
 * @param cuts whether the connection is cut instead
 */
public record Fault(int status, Map<String, String> headers, String body, boolean cuts) {
    /** A status with Langfuse's own kind of message. */
    public static Fault status(int status) {
        return new Fault(status, Map.of("Content-Type", "application/json"), "{\"message\":\"fault\"}", false);
    }

    public static Fault tooMany(int retryAfterSeconds) {
        return new Fault(
                429,
                Map.of("Content-Type", "application/json", "Retry-After", String.valueOf(retryAfterSeconds)),
                "{\"message\":\"rate limit\"}",
                false);
    }

    /** A page, as a proxy or a login gives it. */
    public static Fault page() {
        return new Fault(200, Map.of("Content-Type", "text/html"), "<html><body>Sign in</body></html>", false);
    }

    /** A proxy that closes the connection with the request read. */
    public static Fault cut() {
        return new Fault(0, Map.of(), "", true);
    }
}
