package dev.narrative.model.masking;

/** Tells by a number's first group of digits what it may be, and has that looked at. */
final class SecretNumbers {
    private static final int LONGEST = 19;

    /** What stands before a number that is part of something else: a price, a version, an identifier, a path. */
    private static final String JOINED = "_.-,+*^#%$/\\€£";

    private SecretNumbers() {}

    static long at(String text, int at, char first) {
        int length = text.length();
        int end = at + 1;
        while (end < length && end - at <= LONGEST && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - at;
        char next = end < length ? text.charAt(end) : '\n';
        if (digits > LONGEST || SecretRange.isLetterOrDigit(next) || next == '_') {
            return SecretRange.NONE;
        }
        if (digits >= 13 || (digits >= 4 && digits <= 6 && (next == ' ' || next == '-'))) {
            long card = CardNumbers.at(text, at);
            if (card != SecretRange.NONE) {
                return card;
            }
        }
        if (digits <= 3 && next == '.') {
            long address = IpAddresses.v4(text, at);
            if (address != SecretRange.NONE) {
                return address;
            }
        }
        return first == '0' || digits == 3 || first == '1' ? PhoneNumbers.national(text, at, end) : SecretRange.NONE;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a digit stands at a place that may lie beyond the text. */
    static boolean isDigitAt(String text, int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    /** Whether what begins at {@code at} stands by itself, rather than being the rest of something longer. */
    static boolean beginsApart(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !SecretRange.isLetterOrDigit(before) && JOINED.indexOf(before) < 0;
    }

    /** Whether what ends before {@code to} is not continued by a letter, a digit, or a mark and then a digit. */
    static boolean endsApart(String text, int to) {
        if (to >= text.length()) {
            return true;
        }
        char after = text.charAt(to);
        if (SecretRange.isLetterOrDigit(after) || after == '_') {
            return false;
        }
        return ".,:/-".indexOf(after) < 0 || !isDigitAt(text, to + 1);
    }
}
