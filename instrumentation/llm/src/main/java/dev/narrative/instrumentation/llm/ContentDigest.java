package dev.narrative.instrumentation.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Length and SHA-256 of a text that comes in pieces and is not kept. */
final class ContentDigest {
    private final MessageDigest sha256;
    private long length;

    ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(String text) {
        length += text.length();
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A piece that stands for a longer text, such as a role or the hash of what was too long to read. */
    void addMark(byte[] mark, long standsFor) {
        length += standsFor;
        sha256.update(mark);
    }

    /** In characters. */
    long length() {
        return length;
    }

    /** In hex; nothing can be added after. */
    String hash() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
