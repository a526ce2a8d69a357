package dev.narrative.console.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of traces, the latest first, ended. Its text is opaque to whoever passes it back. */
public record TraceCursor(long startNanos, TraceId id) {
    /**
     * The cursor of a text that {@link #toString} made.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static TraceCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            TraceId id = parts.length < 2 ? null : TraceId.parse(parts[1]);
            if (id != null) {
                return new TraceCursor(Long.parseLong(parts[0]), id);
            }
        } catch (IllegalArgumentException e) {
            // told below, as any other text that is no cursor
        }
        throw new IllegalArgumentException("'" + text + "' is no cursor; take it from the page before as it is");
    }

    @Override
    public String toString() {
        byte[] plain = (startNanos + "/" + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
