package dev.narrative.model.masking;

/**
 * Finds tokens by their shape at the beginning of a word: bearer and basic credentials, JSON web tokens, private keys in
 * PEM; and has keys of providers and bank accounts looked for.
 */
final class SecretTokens {
    private static final String PEM = "PRIVATE KEY-----";
    /** The characters of a JSON web token's part at least; at the end of a text that was cut, of the token. */
    private static final int MIN_PART = 10;

    private static final int MIN_CUT_TOKEN = 20;
    private static final int DOTS = 2;

    private static final Beginnings BEGINNINGS = new Beginnings();

    static {
        for (String own : new String[] {"BE", "Be", "bE", "be", "BA", "Ba", "bA", "ba", "PR", "ey"}) {
            BEGINNINGS.add(own.charAt(0), own.charAt(1));
        }
        BankAccounts.beginnings(BEGINNINGS);
        ProviderKeys.beginnings(BEGINNINGS);
    }

    private SecretTokens() {}

    /** A secret that begins with a letter; nearly all words are dismissed by their first two characters. */
    static long at(String text, int at, char first) {
        return at + 1 < text.length() && BEGINNINGS.have(first, text.charAt(at + 1))
                ? likely(text, at, first)
                : SecretRange.NONE;
    }

    private static long likely(String text, int at, char first) {
        if (first <= 'Z' && isUpper(text.charAt(at + 1))) {
            long account = BankAccounts.at(text, at);
            if (account != SecretRange.NONE) {
                return account;
            }
        }
        return switch (first) {
            case 'B', 'b' -> credentials(text, at);
            case 'P' -> pem(text, at);
            case 'e' -> jwt(text, at);
            default -> ProviderKeys.at(text, at, first);
        };
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static long credentials(String text, int at) {
        boolean bearer = text.regionMatches(true, at, "bearer", 0, 6);
        if (!bearer && !text.regionMatches(true, at, "basic", 0, 5)) {
            return SecretRange.NONE;
        }
        int afterScheme = at + (bearer ? 6 : 5);
        int from = afterScheme;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from == afterScheme) {
            return SecretRange.NONE;
        }
        int to = CharKind.endOfRun(text, from, CharKind.CREDENTIALS);
        boolean secret = bearer ? isBearerToken(text, at, from, to) : Base64Text.hasColon(text, from, to);
        return secret ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    /** In prose an ordinary word follows {@code bearer}. */
    private static boolean isBearerToken(String text, int at, int from, int to) {
        boolean unlikeAWord = false;
        for (int i = from; i < to - 1; i++) {
            char c = text.charAt(i);
            unlikeAWord |= c < 'A' || c == '_' || c == '~';
        }
        int length = to - from;
        return length >= 20 || (length >= 6 && (unlikeAWord || text.charAt(at) == 'B'));
    }

    private static long pem(String text, int at) {
        if (!text.startsWith(PEM, at)) {
            return SecretRange.NONE;
        }
        int from = at + PEM.length();
        int to = text.indexOf('-', from);
        return SecretRange.of(from, to < 0 ? text.length() : to);
    }

    /**
     * A JSON web token: runs of base64url with dots between, three when it is signed and five when it is encrypted. It
     * is looked for only where a run begins, or text made of false beginnings would be scanned once for each. One that
     * the end of the text cuts short is known by its beginning.
     */
    private static long jwt(String text, int at) {
        if (!text.startsWith("eyJ", at) || (at > 0 && CharKind.is(text.charAt(at - 1), CharKind.BASE64_URL))) {
            return SecretRange.NONE;
        }
        int dots = 0;
        int part = at;
        int end = at;
        while (true) {
            end = CharKind.endOfRun(text, part, CharKind.BASE64_URL);
            boolean cut = end == text.length() && end - at >= MIN_CUT_TOKEN;
            boolean another = end < text.length() && text.charAt(end) == '.';
            if (dots < DOTS && end - part < MIN_PART && !cut) {
                return SecretRange.NONE;
            }
            if (!another) {
                return dots >= DOTS || cut ? SecretRange.of(at, end) : SecretRange.NONE;
            }
            if (++dots > 2 * DOTS || (dots > DOTS && endsAfterDot(text, end))) {
                return SecretRange.of(at, end);
            }
            part = end + 1;
        }
    }

    /** Whether a dot ends a sentence rather than a part. */
    private static boolean endsAfterDot(String text, int dot) {
        return dot + 1 == text.length() || text.charAt(dot + 1) <= ' ';
    }

    /** Pairs of characters with which something may begin. */
    static final class Beginnings {
        private final long[] seconds = new long[128];

        void add(char first, char second) {
            seconds[first] |= 1L << second;
        }

        /** Exact but for the second character's upper bits, which a shift leaves out. */
        boolean have(char first, char second) {
            return (seconds[first] & 1L << second) != 0;
        }
    }
}
