package dev.narrative.model.masking.pattern;

/**
 * A backslash and what it makes of the characters behind it.
 *
 * @param set what it stands for
 * @param end where it ends
 */
record Escape(CharRanges set, int end) {
    static Escape read(String text, int backslash) {
        int at = backslash + 1;
        if (at == text.length()) {
            throw new IllegalArgumentException("ends with a backslash; in a properties file each is written twice");
        }
        char c = text.charAt(at);
        return switch (c) {
            case 'd' -> new Escape(CharRanges.DIGITS, at + 1);
            case 'D' -> new Escape(CharRanges.DIGITS.complement(), at + 1);
            case 'w' -> new Escape(CharRanges.WORD, at + 1);
            case 'W' -> new Escape(CharRanges.WORD.complement(), at + 1);
            case 's' -> new Escape(CharRanges.BLANKS, at + 1);
            case 'S' -> new Escape(CharRanges.BLANKS.complement(), at + 1);
            case 't' -> single('\t', at + 1);
            case 'n' -> single('\n', at + 1);
            case 'r' -> single('\r', at + 1);
            case 'f' -> single('\f', at + 1);
            case 'x' -> hex(text, at + 1, 2);
            case 'u' -> hex(text, at + 1, 4);
            default -> {
                if (CharRanges.WORD.contains(c)) {
                    throw new IllegalArgumentException("has an unknown \\" + c);
                }
                yield single(c, at + 1);
            }
        };
    }

    private static Escape hex(String text, int at, int digits) {
        try {
            int c = at + digits > text.length() ? -1 : Integer.parseInt(text, at, at + digits, 16);
            if (c >= 0) {
                return single(c, at + digits);
            }
        } catch (NumberFormatException e) {
            // the message below says what is expected
        }
        throw new IllegalArgumentException("has a \\x without two hex digits, or a \\u without four");
    }

    private static Escape single(int c, int end) {
        return new Escape(CharRanges.of(c, c), end);
    }
}
