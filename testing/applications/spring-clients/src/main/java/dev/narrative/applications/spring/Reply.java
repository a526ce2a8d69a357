package dev.narrative.applications.spring;

import java.nio.charset.StandardCharsets;

/**
 * What came back.
 *
 * @param body each byte as the character of its number
 */
public record Reply(int status, String body) {
    static Reply of(int status, byte[] body) {
        return new Reply(status, new String(body, StandardCharsets.ISO_8859_1));
    }
}
