package dev.narrative.export.otlp;

import org.jspecify.annotations.Nullable;

/**
 * The encoded form of attribute keys, which are few and come again with every span. A place belongs to the first short key
 * that asks for it, so that keys made up by the application can neither fill memory nor drive each other out.
 */
final class KeyCache {
    private static final int PLACES = 256;
    private static final int LONGEST = 64;

    private final @Nullable String[] keys = new @Nullable String[PLACES];
    private final byte[][] encoded = new byte[PLACES][];

    /** The key as a field with tag and length; {@code null} when it is not kept. */
    byte @Nullable [] find(String key) {
        int hash = key.hashCode();
        int place = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (PLACES - 1);
        String kept = keys[place];
        if (kept == null) {
            return add(key, place);
        }
        return kept.equals(key) ? encoded[place] : null;
    }

    private byte @Nullable [] add(String key, int place) {
        int length = key.length();
        byte[] field = new byte[2 + length];
        if (length > LONGEST || !Utf8.writeAscii(key, length, field, 2)) {
            return null;
        }
        field[0] = KeyValueWriter.KEY;
        field[1] = (byte) length;
        keys[place] = key;
        encoded[place] = field;
        return field;
    }
}
