package dev.narrative.model.masking;

/**
 * Text with a byte for each character, which is read in two thirds of the time that a {@link String} takes: it is looked at
 * in many places, of which most come to nothing. What is not ASCII is all the same, but for the few characters that count.
 */
final class SecretText {
    static final int EURO = 0x80;
    static final int HARD_BLANK = 0xa0;
    static final int POUND = 0xa3;
    private static final int ANY_OTHER = 0xff;

    private SecretText() {}

    static byte[] of(String string) {
        byte[] text = new byte[string.length()];
        for (int i = 0; i < text.length; i++) {
            char c = string.charAt(i);
            text[i] = (byte) (c < 0x80 ? c : beyondAscii(c));
        }
        return text;
    }

    private static int beyondAscii(char c) {
        return c == HARD_BLANK || c == POUND ? c : c == '€' ? EURO : ANY_OTHER;
    }

    static int at(byte[] text, int at) {
        return text[at] & 0xff;
    }

    static boolean startsWith(byte[] text, String word, int at) {
        if (at < 0 || at + word.length() > text.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #startsWith}, in any case. */
    static boolean matches(byte[] text, String lowerCase, int at) {
        if (at + lowerCase.length() > text.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int expected = lowerCase.charAt(i);
            if (text[at + i] != expected && (expected < 'a' || (text[at + i] | 0x20) != expected)) {
                return false;
            }
        }
        return true;
    }

    /** Where a character stands from a place on, the end when it does not. */
    static int find(byte[] text, int c, int from) {
        int i = from;
        while (i < text.length && text[i] != c) {
            i++;
        }
        return i;
    }
}
