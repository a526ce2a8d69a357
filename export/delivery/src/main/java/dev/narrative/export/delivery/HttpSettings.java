package dev.narrative.export.delivery;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to talk HTTP with a destination, and under which keys that is set, for the messages.
 *
 * @param timeout for one attempt: connecting, and waiting for the answer
 * @param timeoutKey the key of the timeout
 * @param certificate a PEM file with the certificates to trust instead of Java's own
 * @param certificateKey the key of the certificate
 * @param whoIsThere ends the message that nobody is reached, such as {@code is a collector running there?}
 */
public record HttpSettings(
        Duration timeout, String timeoutKey, @Nullable Path certificate, String certificateKey, String whoIsThere) {

    int timeoutMillis() {
        return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }
}
