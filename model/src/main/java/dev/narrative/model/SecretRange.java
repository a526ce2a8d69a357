package dev.narrative.model;

/** The beginning and the end of a secret in one long, since one is asked for at every word. */
final class SecretRange {
    static final long NONE = -1;

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
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The end of the run of letters, digits and characters of {@code extra} that begins at {@code at}. */
    static int endOfRun(String text, int at, String extra) {
        int end = at;
        while (end < text.length() && (isLetterOrDigit(text.charAt(end)) || extra.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
