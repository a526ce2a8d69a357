package dev.narrative.core.artifact;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.model.masking.Masking;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of an artifact that is to be stored, with what may be kept of them. */
final class ArtifactContent {
    private static final String MASKED = ".masked";

    private final String hash;
    private final byte[] bytes;
    private final boolean masked;

    /**
     * @param bytes nobody else changes them
     * @param masked whether the copy is made without its secrets
     */
    ArtifactContent(String hash, byte[] bytes, boolean masked) {
        this.hash = hash;
        this.bytes = bytes;
        this.masked = masked;
    }

    /**
     * What may be kept of an artifact, {@code null} when nothing: what can't be read as text can't be masked.
     *
     * @param bytes the application's own, which are copied
     */
    static @Nullable ArtifactContent of(String mediaType, String hash, byte[] bytes, AgentConfig config) {
        String content = config.get(Settings.LLM_CONTENT);
        boolean masked = !content.equals("full");
        if (content.equals("none") || (masked && !isText(mediaType))) {
            return null;
        }
        return new ArtifactContent(hash, bytes.clone(), masked);
    }

    /** SHA-256 in hex. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In bytes. */
    int size() {
        return bytes.length;
    }

    /** The copy's name: the hash of what it was made of, which it still is when it was not masked. */
    String fileName() {
        return masked ? hash + MASKED : hash;
    }

    /** What is written, {@code null} when it is no text after all. */
    byte @Nullable [] copy() {
        if (!masked) {
            return bytes;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Masking.mask(text).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException binary) {
            return null;
        }
    }

    private static boolean isText(String mediaType) {
        int end = mediaType.indexOf(';');
        String type = (end < 0 ? mediaType : mediaType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.endsWith("/json")
                || type.endsWith("+json")
                || type.endsWith("/xml")
                || type.endsWith("+xml")
                || type.endsWith("/yaml");
    }
}
