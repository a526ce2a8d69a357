package dev.narrative.model.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of one string at a time, which may come in pieces, and decodes them when the string ends. */
final class JsonStrings {
    private static final int FIRST_CAPACITY = 256;
    private static final int KEPT_CAPACITY = 16_384;
    private final JsonNames names;
    private final JsonRepeats repeats = new JsonRepeats();
    private byte[] kept = {};
    private int size;
    private long length;
    private int room;
    private boolean wanted;
    private boolean hasEscapes;
    private @Nullable MessageDigest digest;

    JsonStrings(JsonNames names) {
        this.names = names;
    }

    void begin(int newRoom) {
        size = 0;
        length = 0;
        room = newRoom;
        wanted = newRoom >= 0;
        hasEscapes = false;
        digest = null;
        if (kept.length > KEPT_CAPACITY) {
            kept = new byte[] {};
        }
    }

    void sawEscape() {
        hasEscapes = true;
    }

    /** Takes the next piece of a string that goes on in another. */
    void add(byte[] source, int from, int to) {
        int count = to - from;
        length += count;
        if (!wanted || count == 0) {
            return;
        }
        if (digest == null && length > room) {
            digest = sha256();
            digest.update(kept, 0, size);
        }
        if (digest != null) {
            digest.update(source, from, count);
        }
        int fitting = Math.min(count, room - size);
        if (fitting > 0) {
            grow(size + fitting);
            System.arraycopy(source, from, kept, size, fitting);
            size += fitting;
        }
    }

    /** The string whose last piece this is; an empty one when it was not wanted. */
    JsonString end(byte[] source, int from, int to) {
        if (!wanted) {
            return JsonString.EMPTY;
        }
        if (length == 0 && to - from <= room) {
            return hasEscapes ? new JsonString(decode(source, from, to, false)) : repeats.of(source, from, to);
        }
        add(source, from, to);
        MessageDigest whole = digest;
        String text = decode(kept, 0, size, whole != null);
        return whole == null ? new JsonString(text) : new JsonString(text, length, whole.digest());
    }

    /** A string that is here in one piece. */
    static JsonString whole(byte[] source, int from, int to, boolean hasEscapes) {
        return from == to
                ? JsonString.EMPTY
                : new JsonString(
                        hasEscapes
                                ? JsonEscapes.decode(source, from, to)
                                : new String(source, from, to - from, StandardCharsets.UTF_8));
    }

    /** The name whose last piece this is. */
    JsonNames.Name endName(byte[] source, int from, int to) {
        if (length == 0) {
            return name(source, from, to);
        }
        add(source, from, to);
        return name(kept, 0, size);
    }

    private JsonNames.Name name(byte[] bytes, int from, int to) {
        return hasEscapes ? names.of(decode(bytes, from, to, false)) : names.of(bytes, from, to);
    }

    private String decode(byte[] bytes, int from, int to, boolean cut) {
        if (from == to) {
            return "";
        }
        int end = cut ? wholeCharacters(bytes, from, to) : to;
        return hasEscapes
                ? JsonEscapes.decode(bytes, from, end)
                : new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Where the last whole character of a cut text ends. */
    private static int wholeCharacters(byte[] bytes, int from, int to) {
        int start = to;
        while (start > from && to - start < 3 && (bytes[start - 1] & 0xc0) == 0x80) {
            start--;
        }
        if (start == from) {
            return to;
        }
        int lead = bytes[start - 1] & 0xff;
        int expected = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        return to - start + 1 < expected ? start - 1 : to;
    }

    private void grow(int needed) {
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(needed, Math.max(FIRST_CAPACITY, kept.length * 2)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
