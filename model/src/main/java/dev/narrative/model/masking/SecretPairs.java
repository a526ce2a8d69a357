package dev.narrative.model.masking;

/**
 * Finds the values of secret names: {@code password=…}, {@code "apiKey": "…"}, {@code Authorization: Bearer …}, also in
 * JSON that is itself a JSON string.
 */
final class SecretPairs {
    private static final int MAX_NAME = 64;
    private static final int MAX_BLANKS = 8;
    private static final int SURE_LENGTH = 16;
    private static final String ESCAPED_AMPERSAND = "\\u0026";
    private static final String ESCAPED_EQUALS = "\\u003d";

    /** Schemes of an {@code Authorization} header; what follows them is the secret. */
    private static final String[] SCHEMES = {"bearer ", "basic ", "token ", "digest ", "apikey ", "negotiate "};

    private SecretPairs() {}

    /** The value after an equals sign that is written as an escape, which some writers of JSON do. */
    static long valueAfterEscape(String text, int backslash, int start) {
        return text.startsWith(ESCAPED_EQUALS, backslash)
                ? valueAfter(text, backslash, backslash + ESCAPED_EQUALS.length(), start)
                : SecretRange.NONE;
    }

    /**
     * The value after an equals sign or a colon, when the name before it is a secret's.
     *
     * @param after where the mark ends
     */
    static long valueAfter(String text, int mark, int after, int start) {
        int to = skipBlanksBack(text, mark, start);
        int level = -1; // of the quotes around the name: 0 plain, more when escaped
        if (to > start && isQuote(text.charAt(to - 1))) {
            to--;
            int end = to;
            while (to > start && text.charAt(to - 1) == '\\') {
                to--;
            }
            level = end - to;
        }
        int from = to;
        int earliest = Math.max(start, to - MAX_NAME);
        while (from > earliest && isName(text.charAt(from - 1))) {
            from--;
        }
        from = afterEscape(text, from, to);
        boolean colon = text.charAt(mark) == ':';
        if (from == to || !isSecretName(text, from, to, colon)) {
            return SecretRange.NONE;
        }
        return colon && level < 0 && SecretNames.isCookie(text, from, to)
                ? cookies(text, after)
                : value(text, after, colon && level < 0);
    }

    private static boolean isSecretName(String text, int from, int to, boolean colon) {
        boolean parameter = !colon
                && (from == 0
                        || text.charAt(from - 1) == '?'
                        || text.charAt(from - 1) == '&'
                        || endsAmpersand(text, from));
        return parameter ? SecretNames.isSecretParameter(text, from, to) : SecretNames.isSecret(text, from, to);
    }

    /** Where a name begins that has the rest of an escape before it, such as the {@code n} of {@code \\n}. */
    private static int afterEscape(String text, int from, int to) {
        if (from == 0 || from == to || text.charAt(from - 1) != '\\') {
            return from;
        }
        return Math.min(to, from + (text.charAt(from) == 'u' ? ESCAPED_AMPERSAND.length() - 1 : 1));
    }

    private static boolean endsAmpersand(String text, int at) {
        return text.startsWith(ESCAPED_AMPERSAND, at - ESCAPED_AMPERSAND.length());
    }

    /** The rest of a header's line, where its first word is a name with a value. */
    private static long cookies(String text, int after) {
        int from = skipBlanks(text, after);
        int to = from;
        boolean pair = false;
        boolean inName = true;
        while (to < text.length() && text.charAt(to) >= ' ' && "\"'\\".indexOf(text.charAt(to)) < 0) {
            char c = text.charAt(to++);
            pair |= inName && c == '=';
            inName &= c != ' ';
        }
        return pair ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    private static long value(String text, int after, boolean maybeProse) {
        int from = skipBlanks(text, after);
        int escape = from;
        while (escape < text.length() && text.charAt(escape) == '\\') {
            escape++;
        }
        if (escape < text.length() && isQuote(text.charAt(escape))) {
            return SecretRange.of(escape + 1, closingQuote(text, escape + 1, text.charAt(escape), escape - from));
        }
        int scheme = from;
        for (String candidate : SCHEMES) {
            if (text.regionMatches(true, from, candidate, 0, candidate.length())) {
                scheme = skipBlanks(text, from + candidate.length());
            }
        }
        int to = endOfBareValue(text, scheme);
        boolean sure = !maybeProse || scheme > from || isUnlikeProse(text, from, to);
        return sure && !isLiteral(text, scheme, to) ? SecretRange.of(scheme, to) : SecretRange.NONE;
    }

    /** The quote that closes a text of JSON in as many strings of JSON as {@code level} says; the end without one. */
    private static int closingQuote(String text, int from, char quote, int level) {
        int escapes = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escapes++;
                continue;
            }
            if (c == quote && (level == 0 ? escapes % 2 == 0 : escapes <= level)) {
                return i - Math.min(escapes, level);
            }
            escapes = 0;
        }
        return text.length();
    }

    private static int endOfBareValue(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) > ' ' && "&;,\"'<>{}[]()\\".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    /** After a colon without quotes an ordinary word may follow: "The secret: she knew". */
    private static boolean isUnlikeProse(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 'A' && c != '.' && c != '-' && c != '!' && c != '?') {
                return true;
            }
        }
        return to - from >= SURE_LENGTH;
    }

    private static boolean isLiteral(String text, int from, int to) {
        return is("null", text, from, to) || is("true", text, from, to) || is("false", text, from, to);
    }

    private static boolean is(String word, String text, int from, int to) {
        return to - from == word.length() && text.startsWith(word, from);
    }

    private static int skipBlanks(String text, int at) {
        int i = at;
        while (i < text.length() && i < at + MAX_BLANKS && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int skipBlanksBack(String text, int at, int start) {
        int i = at;
        while (i > start && i > at - MAX_BLANKS && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isName(char c) {
        return SecretRange.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }
}
