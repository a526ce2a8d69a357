package dev.narrative.console.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of sessions, the latest first, ended. Its text is opaque to whoever passes it back. */
public record SessionCursor(long endNanos, String id) {
    /**
     * The cursor of a text that {@link #toString} made.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SessionCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            return new SessionCursor(
                    Long.parseLong(plain.substring(0, Math.max(0, slash))), plain.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no cursor; take it from the page before as it is", e);
        }
    }

    @Override
    public String toString() {
        byte[] plain = (endNanos + "/" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
