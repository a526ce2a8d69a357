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

    private static final WordBeginnings ACCOUNTS = BankAccounts.beginnings();
    private static final WordBeginnings TOKENS =
            ProviderKeys.beginnings().add("BE", "Be", "bE", "be", "BA", "Ba", "bA", "ba", "PR", "ey");
    private static final WordBeginnings ALL = new WordBeginnings().add(ACCOUNTS).add(TOKENS);

    private SecretTokens() {}

    /** Whether a secret may begin so: nearly all words are dismissed by their first two characters. */
    static boolean mayBegin(byte[] text, int at, int first) {
        return at + 1 < text.length && ALL.have(first, SecretText.at(text, at + 1));
    }

    /**
     * A secret that begins with two letters that it {@linkplain #mayBegin may begin} with.
     *
     * @param noAccountBefore a place before which no account begins
     */
    static long at(byte[] text, int at, int first, int noAccountBefore) {
        int second = SecretText.at(text, at + 1);
        long account = SecretRange.NONE;
        if (at >= noAccountBefore && ACCOUNTS.have(first, second)) {
            account = BankAccounts.at(text, at);
            if (account >= 0) {
                return account;
            }
        }
        long token = TOKENS.have(first, second) ? token(text, at, first) : SecretRange.NONE;
        return token == SecretRange.NONE ? account : token;
    }

    private static long token(byte[] text, int at, int first) {
        return switch (first) {
            case 'B', 'b' -> credentials(text, at);
            case 'P' -> pem(text, at);
            case 'e' -> jwt(text, at);
            default -> ProviderKeys.at(text, at, first);
        };
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static long credentials(byte[] text, int at) {
        boolean bearer = (SecretText.at(text, at + 1) | 0x20) == 'e';
        if (at + 2 == text.length
                || (SecretText.at(text, at + 2) | 0x20) != (bearer ? 'a' : 's')
                || !SecretText.matches(text, bearer ? "bearer" : "basic", at)) {
            return SecretRange.NONE;
        }
        int afterScheme = at + (bearer ? 6 : 5);
        int from = afterScheme;
        while (from < text.length && SecretText.at(text, from) == ' ') {
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
    private static boolean isBearerToken(byte[] text, int at, int from, int to) {
        boolean unlikeAWord = false;
        for (int i = from; i < to - 1; i++) {
            int c = SecretText.at(text, i);
            unlikeAWord |= c < 'A' || c == '_' || c == '~';
        }
        int length = to - from;
        return length >= 20 || (length >= 6 && (unlikeAWord || SecretText.at(text, at) == 'B'));
    }

    private static long pem(byte[] text, int at) {
        if (!SecretText.startsWith(text, PEM, at)) {
            return SecretRange.NONE;
        }
        int from = at + PEM.length();
        return SecretRange.of(from, SecretText.find(text, '-', from));
    }

    /**
     * A JSON web token: runs of base64url with dots between, three when it is signed and five when it is encrypted. It
     * is looked for only where a run begins, or text made of false beginnings would be scanned once for each. One that
     * the end of the text cuts short is known by its beginning.
     */
    private static long jwt(byte[] text, int at) {
        if (!SecretText.startsWith(text, "eyJ", at)
                || (at > 0 && CharKind.is(SecretText.at(text, at - 1), CharKind.BASE64_URL))) {
            return SecretRange.NONE;
        }
        int dots = 0;
        int part = at;
        int end = at;
        while (true) {
            end = CharKind.endOfRun(text, part, CharKind.BASE64_URL);
            boolean cut = end == text.length && end - at >= MIN_CUT_TOKEN;
            boolean another = end < text.length && SecretText.at(text, end) == '.';
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
    private static boolean endsAfterDot(byte[] text, int dot) {
        return dot + 1 == text.length || SecretText.at(text, dot + 1) <= ' ';
    }
}
