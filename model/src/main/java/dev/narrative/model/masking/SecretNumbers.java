package dev.narrative.model.masking;

/** Tells by a number's first group of digits what it may be, and has that looked at. */
final class SecretNumbers {
    private static final int LONGEST = 19;

    private SecretNumbers() {}

    static long at(String text, int at, char first) {
        int length = text.length();
        int end = at + 1;
        while (end < length && end - at <= LONGEST && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - at;
        char next = end < length ? text.charAt(end) : '\n';
        if (digits > LONGEST || CharKind.is(next, CharKind.LETTER_OR_DIGIT) || next == '_') {
            return SecretRange.NONE;
        }
        boolean grouped = CharKind.is(next, CharKind.PHONE_GAP);
        if (digits >= CardNumbers.MIN_DIGITS || (digits >= 4 && digits <= 6 && (next == ' ' || next == '-'))) {
            long card = CardNumbers.at(text, at);
            if (card != SecretRange.NONE) {
                return card;
            }
        }
        if (!grouped || !beginsApart(text, at)) {
            return SecretRange.NONE;
        }
        if (next == '.' && digits <= 3 && (first != '0' || digits == 1)) {
            long address = IpAddresses.v4(text, at);
            if (address != SecretRange.NONE) {
                return address;
            }
        }
        return PhoneNumbers.mayBegin(text, first, digits, end)
                ? PhoneNumbers.national(text, at, end)
                : SecretRange.NONE;
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
        return !CharKind.is(before, CharKind.LETTER_OR_DIGIT | CharKind.JOINED) && before != '€' && before != '£';
    }

    /** Whether what ends before {@code to} is not continued by a letter, a digit, or a mark and then a digit. */
    static boolean endsApart(String text, int to) {
        if (to >= text.length()) {
            return true;
        }
        char after = text.charAt(to);
        if (CharKind.is(after, CharKind.LETTER_OR_DIGIT) || after == '_') {
            return false;
        }
        return !CharKind.is(after, CharKind.JOINS_DIGITS) || !isDigitAt(text, to + 1);
    }
}
