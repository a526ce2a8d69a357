package dev.narrative.console.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A token as its bearer has it: {@code nrt_<id>_<secret>}. The secret has 256 random bits, so that a plain hash is
 * enough: there is no list of likely ones to try.
 */
public record TokenSecret(String id, String secret) {
    private static final String PREFIX = "nrt_";
    private static final int ID_DIGITS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        byte[] id = new byte[ID_DIGITS / 2];
        RANDOM.nextBytes(id);
        return new TokenSecret(HexFormat.of().formatHex(id), randomText());
    }

    /** 256 random bits as text that is safe in URLs, headers and cookies. */
    static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts of a token, {@code null} when the text is none. */
    static @Nullable TokenSecret parse(String text) {
        int secret = PREFIX.length() + ID_DIGITS + 1;
        if (!text.startsWith(PREFIX) || text.length() <= secret || text.length() > 200) {
            return null;
        }
        return text.charAt(secret - 1) == '_'
                ? new TokenSecret(text.substring(PREFIX.length(), secret - 1), text.substring(secret))
                : null;
    }

    String hash() {
        return sha256(secret);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Whether two texts are the same, in a time that does not tell where they differ. */
    static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return PREFIX + id + "_" + secret;
    }
}
