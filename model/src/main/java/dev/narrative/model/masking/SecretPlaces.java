package dev.narrative.model.masking;

/** Finds e-mail addresses and the credentials in URLs. */
final class SecretPlaces {
    private static final int MAX_LOCAL_PART = 64;

    private SecretPlaces() {}

    /** Whether an at sign has something on both sides. */
    static boolean mayBeEmail(byte[] text, int at) {
        return at > 0
                && at + 1 < text.length
                && CharKind.is(SecretText.at(text, at - 1), CharKind.LOCAL_PART)
                && CharKind.is(SecretText.at(text, at + 1), CharKind.HOST);
    }

    /** The address around an at sign that {@linkplain #mayBeEmail may be} one's. */
    static long email(byte[] text, int at, int start) {
        int from = at;
        int earliest = Math.max(start, at - MAX_LOCAL_PART);
        while (from > earliest && CharKind.is(SecretText.at(text, from - 1), CharKind.LOCAL_PART)) {
            from--;
        }
        if (from == at || isGit(text, from, at)) {
            return SecretRange.NONE;
        }
        int to = CharKind.endOfRun(text, at + 1, CharKind.HOST);
        while (to > at && !CharKind.is(SecretText.at(text, to - 1), CharKind.LETTER_OR_DIGIT)) {
            to--;
        }
        int lastDot = to - 1;
        while (lastDot > at && SecretText.at(text, lastDot) != '.') {
            lastDot--;
        }
        return lastDot > at + 1 && isTopLevel(text, lastDot + 1, to) ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    /**
     * What stands between two slashes and an at sign, as in {@code //user:password@host}; or, where the text was cut
     * before the at sign, a name and something after a colon that is
     * neither a port nor masked already.
     */
    static long urlCredentials(byte[] text, int slash) {
        int from = slash + 2;
        int length = text.length;
        if (from >= length || SecretText.at(text, slash + 1) != '/') {
            return SecretRange.NONE;
        }
        int lastAt = -1;
        int colon = -1;
        boolean port = true;
        int i = from;
        for (; i < length; i++) {
            int c = SecretText.at(text, i);
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
        boolean cut = lastAt < 0
                && i == length
                && colon > from
                && !port
                && slash > 0
                && SecretText.at(text, slash - 1) == ':';
        return SecretRange.of(from, cut ? length : lastAt);
    }

    /** The user in {@code git@github.com:…}, who is nobody. */
    private static boolean isGit(byte[] text, int from, int at) {
        return at - from == 3 && SecretText.startsWith(text, "git", from);
    }

    private static boolean isTopLevel(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = (char) (SecretText.at(text, i) | 0x20);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return to - from >= 2;
    }
}
