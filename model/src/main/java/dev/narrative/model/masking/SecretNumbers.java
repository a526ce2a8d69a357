package dev.narrative.model.masking;

/** Tells by a number's first group of digits what it may be, and has that looked at. */
final class SecretNumbers {
    private static final int LONGEST = 19;

    private SecretNumbers() {}

    /** Whether a secret may be in the word that begins with a digit: most are dismissed by what follows them. */
    static boolean mayBegin(byte[] text, int at, int to) {
        return to - at >= CardNumbers.MIN_DIGITS
                || (to < text.length && CharKind.is(SecretText.at(text, to), CharKind.PHONE_GAP));
    }

    /**
     * A secret in the word that begins with a digit, and in which one {@linkplain #mayBegin may be}.
     *
     * @param to where the word ends
     * @param noCardBefore a place before which no card number begins
     */
    static long at(byte[] text, int at, int to, int first, int noCardBefore) {
        int digits = to - at;
        int next = to < text.length ? SecretText.at(text, to) : '\n';
        if (next == '_' || !isNumber(text, at, to)) {
            return SecretRange.NONE;
        }
        long card = SecretRange.NONE;
        if (at >= noCardBefore && mayBeCard(digits, next)) {
            card = CardNumbers.at(text, at);
            if (card >= 0) {
                return card;
            }
        }
        if (!CharKind.is(next, CharKind.PHONE_GAP) || !beginsApart(text, at)) {
            return card;
        }
        if (next == '.' && digits <= 3 && (first != '0' || digits == 1) && IpAddresses.mayGoOn(text, to)) {
            long address = IpAddresses.v4(text, at);
            if (address != SecretRange.NONE) {
                return address;
            }
        }
        long phone =
                PhoneNumbers.mayBegin(text, first, digits, to) ? PhoneNumbers.national(text, at, to) : SecretRange.NONE;
        return phone == SecretRange.NONE ? card : phone;
    }

    private static boolean isNumber(byte[] text, int at, int to) {
        if (to - at > LONGEST) {
            return false;
        }
        for (int i = at + 1; i < to; i++) {
            if (!isDigit(SecretText.at(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a first group of so many digits may begin a card number. */
    private static boolean mayBeCard(int digits, int next) {
        return digits >= CardNumbers.MIN_DIGITS || (digits >= 4 && digits <= 6 && (next == ' ' || next == '-'));
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a digit stands at a place that may lie beyond the text. */
    static boolean isDigitAt(byte[] text, int at) {
        return at < text.length && isDigit(SecretText.at(text, at));
    }

    /** Whether what begins at {@code at} stands by itself, rather than being the rest of something longer. */
    static boolean beginsApart(byte[] text, int at) {
        if (at == 0) {
            return true;
        }
        int before = SecretText.at(text, at - 1);
        return !CharKind.is(before, CharKind.LETTER_OR_DIGIT | CharKind.JOINED)
                && before != SecretText.EURO
                && before != SecretText.POUND;
    }

    /** Whether what ends before {@code to} is not continued by a letter, a digit, or a mark and then a digit. */
    static boolean endsApart(byte[] text, int to) {
        if (to >= text.length) {
            return true;
        }
        int after = SecretText.at(text, to);
        if (CharKind.is(after, CharKind.LETTER_OR_DIGIT) || after == '_') {
            return false;
        }
        return !CharKind.is(after, CharKind.JOINS_DIGITS) || !isDigitAt(text, to + 1);
    }
}
