package dev.narrative.export.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An HTTP answer, as much of it as is worth reading. */
public final class HttpAnswer {
    private static final int QUOTE_AT_MOST = 200;

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final long retryAfterMillis;

    HttpAnswer(int status, @Nullable String contentType, byte[] body, long retryAfterMillis) {
        this.status = status;
        this.contentType = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        this.body = body;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** Negative when it was not HTTP. */
    public int status() {
        return status;
    }

    /** In lower case, empty when there was none. */
    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    /** How long the destination asked to wait, {@link Reply.Later#UNTOLD} when it did not say. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public boolean isHtml() {
        return contentType.startsWith("text/html");
    }

    /** What a readable body says, short and on one line; empty when it says nothing readable. */
    public String text() {
        boolean readable = contentType.startsWith("text/plain") || contentType.startsWith("application/json");
        return readable ? printable(new String(body, StandardCharsets.UTF_8)) : "";
    }

    /** At most 200 characters on one line, so that an answer can't forge lines of a log. */
    public static String printable(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < QUOTE_AT_MOST; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString().strip();
    }
}
