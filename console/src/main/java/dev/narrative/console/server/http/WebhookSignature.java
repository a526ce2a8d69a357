package dev.narrative.console.server.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a webhook's body, {@code t=<unix seconds>,v1=<hex>}, as Langfuse makes it: HMAC-SHA256 of the time, a
 * dot and the body.
 */
public final class WebhookSignature {
    private static final long SKEW_SECONDS = Duration.ofMinutes(5).toSeconds();

    private final SecretKeySpec key;

    public WebhookSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The header for a body that is sent now. */
    public String sign(byte[] body, long unixSeconds) {
        return "t=" + unixSeconds + ",v1=" + HexFormat.of().formatHex(mac(body, body.length, unixSeconds));
    }

    /** Whether a header belongs to these bytes, and is not of another time. */
    public boolean verifies(@Nullable String header, byte[] body, int length, long nowUnixSeconds) {
        Long time = null;
        byte[] shown = new byte[0];
        for (String part : (header == null ? "" : header).split(",", 10)) {
            String trimmed = part.strip();
            if (trimmed.startsWith("t=")) {
                time = seconds(trimmed.substring(2));
            } else if (trimmed.startsWith("v1=")) {
                shown = hex(trimmed.substring(3));
            }
        }
        return time != null
                && Math.abs(nowUnixSeconds - time) <= SKEW_SECONDS
                && MessageDigest.isEqual(mac(body, length, time), shown);
    }

    private byte[] mac(byte[] body, int length, long unixSeconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((unixSeconds + ".").getBytes(StandardCharsets.US_ASCII));
            mac.update(body, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    private static @Nullable Long seconds(String text) {
        try {
            long seconds = Long.parseLong(text);
            return seconds >= 0 ? seconds : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
