package dev.narrative.testing.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP client as an application would use it; what its contract needs of it. */
interface ClientUnderTest {
    /** Sends a GET, follows redirects, gives up after as long as it was made for, and returns the status and the body. */
    Answer get(URI url, Map<String, String> headers) throws Exception;

    Answer post(URI url, byte[] body) throws Exception;

    /** Ends threads for which the JVM would wait. */
    default void close() throws Exception {}

    /** @param body each byte as the character of its number */
    record Answer(int status, String body) {
        static Answer of(int status, byte[] body) {
            return new Answer(status, new String(body, StandardCharsets.ISO_8859_1));
        }
    }
}
