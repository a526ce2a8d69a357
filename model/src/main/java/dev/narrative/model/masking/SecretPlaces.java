package dev.narrative.model.masking;

/** Finds e-mail addresses and the credentials in URLs. */
final class SecretPlaces {
    private static final int MAX_LOCAL_PART = 64;

    private SecretPlaces() {}

    /** Whether an at sign has something on both sides. */
    static boolean mayBeEmail(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && CharKind.is(text.charAt(at - 1), CharKind.LOCAL_PART)
                && CharKind.is(text.charAt(at + 1), CharKind.HOST);
    }

    /** The address around an at sign that {@linkplain #mayBeEmail may be} one's. */
    static long email(String text, int at, int start) {
        int from = at;
        int earliest = Math.max(start, at - MAX_LOCAL_PART);
        while (from > earliest && CharKind.is(text.charAt(from - 1), CharKind.LOCAL_PART)) {
            from--;
        }
        if (from == at || isGit(text, from, at)) {
            return SecretRange.NONE;
        }
        int to = CharKind.endOfRun(text, at + 1, CharKind.HOST);
        while (to > at && !CharKind.is(text.charAt(to - 1), CharKind.LETTER_OR_DIGIT)) {
            to--;
        }
        int lastDot = to - 1;
        while (lastDot > at && text.charAt(lastDot) != '.') {
            lastDot--;
        }
        return lastDot > at + 1 && isTopLevel(text, lastDot + 1, to) ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    /**
     * What stands between two slashes and an at sign, as in {@code //user:password@host}; or, where the text was cut
     * before the at sign, a name and something after a colon that is
     * neither a port nor masked already.
     */
    static long urlCredentials(String text, int slash) {
        int from = slash + 2;
        int length = text.length();
        if (from >= length || text.charAt(slash + 1) != '/') {
            return SecretRange.NONE;
        }
        int lastAt = -1;
        int colon = -1;
        boolean port = true;
        int i = from;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                lastAt = i;
            } else if (c == ':' && colon < 0) {
                colon = i;
            } else if (CharKind.is(c, CharKind.ENDS_AUTHORITY)) {
                break;
            } else if (colon >= 0) {
                port &= SecretNumbers.isDigit(c) || c == '*';
            }
        }
        boolean cut = lastAt < 0 && i == length && colon > from && !port && slash > 0 && text.charAt(slash - 1) == ':';
        return SecretRange.of(from, cut ? length : lastAt);
    }

    /** The user in {@code git@github.com:…}, who is nobody. */
    private static boolean isGit(String text, int from, int at) {
        return at - from == 3 && text.startsWith("git", from);
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
}
