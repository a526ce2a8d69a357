package dev.narrative.instrumentation.llm;

import dev.narrative.model.json.JsonString;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is told of images, sounds and files that were sent in base64: type, size and hash. */
final class Blobs {
    private Blobs() {}

    /** The hash is over the base64 text, which is all that was read of a long one. */
    static MessagePart of(String modality, @Nullable String mediaType, JsonValue base64) {
        if (!(base64 instanceof JsonString string)) {
            return new MessagePart.Blob(modality, mediaType, -1, null);
        }
        long size = decodedSize(string.length() - padding(string));
        return new MessagePart.Blob(modality, mediaType, size, hash(string));
    }

    static MessagePart ofDataUrl(String modality, JsonString url) {
        String text = url.text();
        int comma = text.indexOf(',');
        int end = text.indexOf(';');
        String mediaType = end > 5 ? text.substring(5, end) : null;
        long size = decodedSize(url.length() - comma - 1 - padding(url));
        return new MessagePart.Blob(modality, mediaType, size, hash(url));
    }

    private static long decodedSize(long base64Length) {
        return base64Length * 3 / 4;
    }

    /** The signs at the end that stand for nothing; unknown, and next to nothing, for a text that was cut. */
    private static int padding(JsonString string) {
        String text = string.text();
        if (string.isCut() || !text.endsWith("=")) {
            return 0;
        }
        return text.endsWith("==") ? 2 : 1;
    }

    private static String hash(JsonString string) {
        byte[] digest = string.digest();
        if (digest == null) {
            try {
                digest = MessageDigest.getInstance("SHA-256")
                        .digest(string.text().getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
        return HexFormat.of().formatHex(digest);
    }
}
