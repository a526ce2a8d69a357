package dev.narrative.export.otlp;

/** Writes a string as UTF-8 straight into an array; ASCII, nearly every string of a span, takes the short way. */
final class Utf8 {
    static final int MAX_BYTES_PER_CHAR = 3;

    private Utf8() {}

    /** Writes the text when it is all ASCII; {@code false} when it is not, and what was written is of no use. */
    static boolean writeAscii(String text, int length, byte[] target, int at) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            target[at + i] = (byte) c;
        }
        return true;
    }

    /** Returns the position after the last byte; the array has room for {@link #MAX_BYTES_PER_CHAR} for each char. */
    static int write(String text, byte[] target, int at) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return writeFrom(i, text, target, at + i);
            }
            target[at + i] = (byte) c;
        }
        return at + length;
    }

    private static int writeFrom(int from, String text, byte[] target, int at) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xc0 | (c >> 6));
                target[at++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                target[at++] = (byte) (0xe0 | (c >> 12));
                target[at++] = continuation(c >> 6);
                target[at++] = continuation(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                target[at++] = (byte) (0xf0 | (point >> 18));
                target[at++] = continuation(point >> 12);
                target[at++] = continuation(point >> 6);
                target[at++] = continuation(point);
            } else {
                target[at++] = '?'; // half a surrogate pair has no UTF-8, and collectors refuse a request with one
            }
        }
        return at;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}
