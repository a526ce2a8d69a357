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

    private SecretPairs() {}

    /** The value after an equals sign that is written as an escape, which some writers of JSON do. */
    static long valueAfterEscape(byte[] text, int backslash, int start) {
        return backslash + 1 < text.length
                        && SecretText.at(text, backslash + 1) == 'u'
                        && SecretText.startsWith(text, ESCAPED_EQUALS, backslash)
                        && mayBeNamed(text, backslash, start)
                ? valueAfter(text, backslash, backslash + ESCAPED_EQUALS.length(), start, 0)
                : SecretRange.NONE;
    }

    /**
     * Whether a name may end before the mark, or before a blank there: what ends there mostly has too few letters, or no room
     * for more.
     */
    static boolean mayBeNamed(byte[] text, int mark, int start) {
        int to = mark - start > SecretNames.SHORTEST && SecretText.at(text, mark - 1) == ' ' ? mark - 1 : mark;
        if (to - start < SecretNames.SHORTEST) {
            return false;
        }
        int last = CharKind.of(SecretText.at(text, to - 1));
        if ((last & CharKind.NAME) == 0) {
            return (last & CharKind.QUOTE) != 0 || SecretText.at(text, to - 1) == ' ';
        }
        int second = CharKind.of(SecretText.at(text, to - 2));
        int third = CharKind.of(SecretText.at(text, to - 3));
        return (second & third & CharKind.NAME) != 0
                && (CharKind.countLetter(last) + CharKind.countLetter(second) + CharKind.countLetter(third)
                                == SecretNames.SHORTEST
                        || (to - 4 >= start && CharKind.is(SecretText.at(text, to - 4), CharKind.NAME)));
    }

    /**
     * The value after an equals sign or a colon, when the name before it is a secret's.
     *
     * @param after where the mark ends
     * @param noCookieBefore a place before which no cookie's name ends, from the mark on
     */
    static long valueAfter(byte[] text, int mark, int after, int start, int noCookieBefore) {
        int to = skipBlanksBack(text, mark, start);
        int last = to == start ? 0 : CharKind.of(SecretText.at(text, to - 1));
        if ((last & (CharKind.NAME | CharKind.QUOTE)) == 0) {
            return SecretRange.NONE;
        }
        int level = -1; // of the quotes around the name: 0 plain, more when escaped
        if ((last & CharKind.QUOTE) != 0) {
            to--;
            int end = to;
            while (to > start && SecretText.at(text, to - 1) == '\\') {
                to--;
            }
            level = end - to;
        }
        int from = to;
        int letters = 0;
        int earliest = Math.max(start, to - MAX_NAME);
        while (from > earliest) {
            int kinds = CharKind.of(SecretText.at(text, from - 1));
            if ((kinds & CharKind.NAME) == 0) {
                break;
            }
            letters += CharKind.countLetter(kinds);
            from--;
        }
        if (letters < SecretNames.SHORTEST) {
            return SecretRange.NONE;
        }
        from = afterEscape(text, from, to);
        boolean colon = SecretText.at(text, mark) == ':';
        if (!isSecretName(text, from, to, colon)) {
            return SecretRange.NONE;
        }
        return colon && level < 0 && SecretNames.isCookie(text, from, to)
                ? cookies(text, after, noCookieBefore)
                : value(text, after, colon && level < 0);
    }

    private static boolean isSecretName(byte[] text, int from, int to, boolean colon) {
        boolean parameter = !colon
                && (from == 0
                        || SecretText.at(text, from - 1) == '?'
                        || SecretText.at(text, from - 1) == '&'
                        || endsAmpersand(text, from));
        return parameter ? SecretNames.isSecretParameter(text, from, to) : SecretNames.isSecret(text, from, to);
    }

    /** Where a name begins that has the rest of an escape before it, such as the {@code n} of {@code \\n}. */
    private static int afterEscape(byte[] text, int from, int to) {
        if (from == 0 || from == to || SecretText.at(text, from - 1) != '\\') {
            return from;
        }
        return Math.min(to, from + (SecretText.at(text, from) == 'u' ? ESCAPED_AMPERSAND.length() - 1 : 1));
    }

    private static boolean endsAmpersand(byte[] text, int at) {
        return SecretText.at(text, at - 1) == '6'
                && SecretText.startsWith(text, ESCAPED_AMPERSAND, at - ESCAPED_AMPERSAND.length());
    }

    /**
     * The rest of a header's line, where its first word is a name with a value. How far a word is none is told, so that
     * in a word made of headers' names it is not looked for anew behind each.
     */
    private static long cookies(byte[] text, int after, int noCookieBefore) {
        int from = skipBlanks(text, after);
        if (from < noCookieBefore) {
            return SecretRange.NONE;
        }
        int equals = from;
        while (equals < text.length && SecretText.at(text, equals) != '=') {
            if (SecretText.at(text, equals) == ' ' || endsLine(SecretText.at(text, equals))) {
                return SecretRange.noneBefore(equals);
            }
            equals++;
        }
        if (equals == text.length) {
            return SecretRange.noneBefore(equals);
        }
        int to = equals;
        while (to < text.length && !endsLine(SecretText.at(text, to))) {
            to++;
        }
        return SecretRange.of(from, to);
    }

    private static boolean endsLine(int c) {
        return c < ' ' || c == '\\' || CharKind.is(c, CharKind.QUOTE);
    }

    private static long value(byte[] text, int after, boolean maybeProse) {
        int from = skipBlanks(text, after);
        int escape = from;
        while (escape < text.length && SecretText.at(text, escape) == '\\') {
            escape++;
        }
        if (escape < text.length && CharKind.is(SecretText.at(text, escape), CharKind.QUOTE)) {
            return SecretRange.of(
                    escape + 1, closingQuote(text, escape + 1, SecretText.at(text, escape), escape - from));
        }
        int scheme = afterScheme(text, from);
        int to = endOfBareValue(text, scheme);
        boolean sure = !maybeProse || scheme > from || isUnlikeProse(text, from, to);
        return sure && !isLiteral(text, scheme, to) ? SecretRange.of(scheme, to) : SecretRange.NONE;
    }

    /** The quote that closes a text of JSON in as many strings of JSON as {@code level} says; the end without one. */
    private static int closingQuote(byte[] text, int from, int quote, int level) {
        int escapes = 0;
        for (int i = from; i < text.length; i++) {
            int c = SecretText.at(text, i);
            if (c == '\\') {
                escapes++;
                continue;
            }
            if (c == quote && (level == 0 ? escapes % 2 == 0 : escapes <= level)) {
                return i - Math.min(escapes, level);
            }
            escapes = 0;
        }
        return text.length;
    }

    /** Where the secret begins behind the scheme of an {@code Authorization} header, if there is one. */
    private static int afterScheme(byte[] text, int from) {
        if (from + 1 >= text.length) {
            return from;
        }
        String scheme =
                switch (SecretText.at(text, from) | 0x20) {
                    case 'a' -> "apikey ";
                    case 'b' -> (SecretText.at(text, from + 1) | 0x20) == 'a' ? "basic " : "bearer ";
                    case 'd' -> "digest ";
                    case 'n' -> "negotiate ";
                    case 't' -> "token ";
                    default -> "";
                };
        boolean there = !scheme.isEmpty() && SecretText.matches(text, scheme, from);
        return there ? skipBlanks(text, from + scheme.length()) : from;
    }

    private static int endOfBareValue(byte[] text, int from) {
        int to = from;
        while (to < text.length && !CharKind.is(SecretText.at(text, to), CharKind.ENDS_VALUE)) {
            to++;
        }
        return to;
    }

    /** After a colon without quotes an ordinary word may follow: "The secret: she knew". */
    private static boolean isUnlikeProse(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = SecretText.at(text, i);
            if (c < 'A' && c != '.' && c != '-' && c != '!' && c != '?') {
                return true;
            }
        }
        return to - from >= SURE_LENGTH;
    }

    private static boolean isLiteral(byte[] text, int from, int to) {
        return is("null", text, from, to) || is("true", text, from, to) || is("false", text, from, to);
    }

    private static boolean is(String word, byte[] text, int from, int to) {
        return to - from == word.length() && SecretText.startsWith(text, word, from);
    }

    private static int skipBlanks(byte[] text, int at) {
        int i = at;
        while (i < text.length && i < at + MAX_BLANKS && SecretText.at(text, i) == ' ') {
            i++;
        }
        return i;
    }

    private static int skipBlanksBack(byte[] text, int at, int start) {
        int i = at;
        while (i > start && i > at - MAX_BLANKS && SecretText.at(text, i - 1) == ' ') {
            i--;
        }
        return i;
    }
}
