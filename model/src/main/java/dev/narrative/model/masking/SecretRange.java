package dev.narrative.model.masking;

/** The beginning and the end of a secret in one long, since one is asked for at every word. */
final class SecretRange {
    static final long NONE = -1;

    private static final boolean[] LETTERS_AND_DIGITS = lettersAndDigits();

    private SecretRange() {}

    static long of(int from, int to) {
        return from >= to ? NONE : (long) from << 32 | to;
    }

    static int from(long range) {
        return (int) (range >> 32);
    }

    static int to(long range) {
        return (int) range;
    }

    static boolean isLetterOrDigit(char c) {
        return c < LETTERS_AND_DIGITS.length && LETTERS_AND_DIGITS[c];
    }

    /** The end of the run of letters, digits and characters of {@code extra} that begins at {@code at}. */
    static int endOfRun(String text, int at, String extra) {
        int end = at;
        while (end < text.length() && (isLetterOrDigit(text.charAt(end)) || extra.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean[] lettersAndDigits() {
        boolean[] table = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            table[c] = c <= '9' || (c >= 'A' && c <= 'Z') || c >= 'a';
        }
        return table;
    }
}
