package dev.narrative.model.masking;

import java.util.Arrays;

/** Reads base64 in place: decoders throw at what is none, which any text can have them do at every word. */
final class Base64Text {
    private static final int PADDING = '=';
    private static final byte[] VALUES = values();

    private Base64Text() {}

    /** Whether this is base64, and of something with a colon in it, as a user and a password are. */
    static boolean hasColon(byte[] text, int from, int to) {
        boolean colon = false;
        int bits = 0;
        int count = 0;
        int i = from;
        for (; i < to && SecretText.at(text, i) != PADDING; i++) {
            int c = SecretText.at(text, i);
            if (c >= VALUES.length || VALUES[c] < 0) {
                return false;
            }
            bits = bits << 6 | VALUES[c];
            // Each character but the first of four completes a byte.
            colon |= (count & 3) != 0 && (bits >> (6 - 2 * (count & 3)) & 0xff) == ':';
            count++;
        }
        return colon && isPadding(text, i, to, count & 3);
    }

    /** Whether what follows is the padding of so many characters beyond whole groups of four, or is left out. */
    private static boolean isPadding(byte[] text, int from, int to, int beyond) {
        int length = to - from;
        boolean equalsSigns = length < 2 || SecretText.at(text, to - 1) == PADDING;
        return beyond != 1 && (length == 0 || (beyond != 0 && length == 4 - beyond && equalsSigns));
    }

    private static byte[] values() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
