package dev.narrative.instrumentation.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Length and SHA-256 of a text that comes in pieces and is not kept. Short pieces are gathered before they are hashed. */
final class ContentDigest {
    private static final int GATHERED = 1_024;

    /** Which is copied, since looking for an algorithm among the providers takes as long as hashing a page. */
    private static final @Nullable MessageDigest EMPTY = copy(found());

    private final MessageDigest sha256;
    private final StringBuilder gathered = new StringBuilder(0);
    private long length;

    ContentDigest() {
        MessageDigest copied = EMPTY == null ? null : copy(EMPTY);
        sha256 = copied == null ? found() : copied;
    }

    void add(String text) {
        length += text.length();
        if (gathered.length() + text.length() < GATHERED) {
            gathered.append(text);
            return;
        }
        // The two halves of a character may be in two pieces.
        int from = gathered.length() > 0 && Character.isHighSurrogate(gathered.charAt(gathered.length() - 1)) ? 1 : 0;
        hashGathered(text.substring(0, from));
        int end = Math.max(from, text.length() - (Character.isHighSurrogate(text.charAt(text.length() - 1)) ? 1 : 0));
        update(text.substring(from, end));
        gathered.append(text, end, text.length());
    }

    /** A piece that stands for a longer text, such as a role or the hash of what was too long to read. */
    void addMark(byte[] mark, long standsFor) {
        length += standsFor;
        hashGathered("");
        sha256.update(mark);
    }

    /** In characters. */
    long length() {
        return length;
    }

    /** In hex; nothing can be added after. */
    String hash() {
        hashGathered("");
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void hashGathered(String andThen) {
        update(gathered.append(andThen).toString());
        gathered.setLength(0);
    }

    private void update(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code null} where the provider's objects can't be copied. */
    private static @Nullable MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            return null;
        }
    }
}
