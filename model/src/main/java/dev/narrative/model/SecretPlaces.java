package dev.narrative.model;

/** Finds e-mail addresses and the credentials in URLs. */
final class SecretPlaces {
    private static final int MAX_LOCAL_PART = 64;
    private static final String LOCAL_PART = "._%+-";

    private SecretPlaces() {}

    /** The address around an at sign. */
    static long email(String text, int at, int start) {
        int from = at;
        int earliest = Math.max(start, at - MAX_LOCAL_PART);
        while (from > earliest && isLocalPart(text.charAt(from - 1))) {
            from--;
        }
        if (from == at) {
            return SecretRange.NONE;
        }
        int to = SecretRange.endOfRun(text, at + 1, ".-");
        while (to > at && !SecretRange.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        int lastDot = to <= at ? -1 : text.lastIndexOf('.', to - 1);
        return lastDot > at + 1 && isTopLevel(text, lastDot + 1, to) ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    /** What stands between two slashes and an at sign, as in {@code //user:password@host}. */
    static long urlCredentials(String text, int slash) {
        int from = slash + 2;
        if (from >= text.length() || text.charAt(slash + 1) != '/') {
            return SecretRange.NONE;
        }
        int lastAt = -1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                lastAt = i;
            } else if (c <= ' ' || "/?#\"'<>\\".indexOf(c) >= 0) {
                break;
            }
        }
        return SecretRange.of(from, lastAt);
    }

    private static boolean isTopLevel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = (char) (text.charAt(i) | 0x20);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return to - from >= 2;
    }

    private static boolean isLocalPart(char c) {
        return SecretRange.isLetterOrDigit(c) || LOCAL_PART.indexOf(c) >= 0;
    }
}
