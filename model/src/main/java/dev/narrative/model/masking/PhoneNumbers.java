package dev.narrative.model.masking;

/**
 * Finds phone numbers that are written as such: with a plus sign, or with a trunk prefix or an area code and something
 * between the groups. A bare run of digits is left alone, since most of those are ids.
 */
final class PhoneNumbers {
    private static final int MIN_INTERNATIONAL = 8;
    private static final int MAX_INTERNATIONAL = 15;
    private static final int MIN_NATIONAL = 9;
    private static final int MAX_NATIONAL = 12;
    private static final int MAX_GAP = 3;

    private PhoneNumbers() {}

    /** {@code +49 (0)170 123-4567}: the number behind a plus sign. */
    static long international(byte[] text, int plus) {
        if (!SecretNumbers.isDigitAt(text, plus + 1)
                || SecretText.at(text, plus + 1) == '0'
                || !SecretNumbers.beginsApart(text, plus)) {
            return SecretRange.NONE;
        }
        int digits = 0;
        int gaps = 0;
        int end = plus + 1;
        int endOfGroup = -1;
        boolean dots = true;
        for (int i = end; i < text.length && i - end <= MAX_GAP - 1; i++) {
            int c = SecretText.at(text, i);
            if (SecretNumbers.isDigit(c)) {
                if (i > end) {
                    gaps++;
                    dots &= SecretText.at(text, i - 1) == '.';
                    endOfGroup = digits >= MIN_INTERNATIONAL ? end : -1;
                }
                if (++digits > MAX_INTERNATIONAL) {
                    return endOfGroup < 0 ? SecretRange.NONE : SecretRange.of(plus, endOfGroup);
                }
                end = i + 1;
            } else if (!CharKind.is(c, CharKind.PHONE_SEPARATOR) && c != SecretText.HARD_BLANK) {
                break;
            }
        }
        boolean decimal = gaps == 1 && dots;
        boolean apart = end == text.length || !isWord(SecretText.at(text, end));
        return digits >= MIN_INTERNATIONAL && !decimal && apart ? SecretRange.of(plus, end) : SecretRange.NONE;
    }

    /** {@code (212) 555-1234} and {@code (030) 123456}. */
    static long areaInParentheses(byte[] text, int parenthesis) {
        int from = parenthesis + 1;
        if (!SecretNumbers.isDigitAt(text, from) || !SecretNumbers.beginsApart(text, parenthesis)) {
            return SecretRange.NONE;
        }
        int close = endOfDigits(text, from, 6);
        if (close - from > 5 || close == text.length || SecretText.at(text, close) != ')') {
            return SecretRange.NONE;
        }
        boolean trunk = SecretText.at(text, from) == '0';
        int rest = close + 1;
        if (rest < text.length && (SecretText.at(text, rest) == ' ' || SecretText.at(text, rest) == '-')) {
            rest++;
        }
        if (trunk) {
            return groups(text, parenthesis, rest, close - from);
        }
        boolean american = close - from == 3 && isExchangeAndLine(text, rest) && SecretText.at(text, from) > '1';
        return american ? SecretRange.of(parenthesis, rest + 8) : SecretRange.NONE;
    }

    /** Whether a first group of so many digits may begin {@link #national}, with what stands behind it. */
    static boolean mayBegin(byte[] text, int first, int digits, int end) {
        int next = SecretText.at(text, end);
        boolean dashOrDot = next == '-' || next == '.';
        if (first == '0') {
            if (SecretNumbers.isDigitAt(text, end + 1)) { // behind a dot, the second of five pairs
                return next != '.' || (digits == 2 && endOfDigits(text, end + 1, 3) == end + 3);
            }
            return end + 1 < text.length && CharKind.is(SecretText.at(text, end + 1), CharKind.PHONE_GAP);
        }
        boolean american = digits == 3 ? first > '1' : digits == 1 && first == '1';
        // Neither area nor exchange begins with 0 or 1.
        return dashOrDot
                && american
                && SecretNumbers.isDigitAt(text, end + 1)
                && SecretText.at(text, end + 1) > '1'
                && SecretNumbers.isDigitAt(text, end + 2);
    }

    /**
     * A number in the writing of its own country, where something begins apart from what stands before.
     *
     * @param end where its first group of digits ends
     */
    static long national(byte[] text, int at, int end) {
        if (isOneOfMany(text, at)) {
            return SecretRange.NONE;
        }
        int first = SecretText.at(text, at);
        if (first == '0') {
            return trunk(text, at);
        }
        boolean prefixed = first == '1' && end == at + 1 && isDashOrDot(text, end);
        int area = prefixed ? at + 2 : at;
        boolean american = endOfDigits(text, area, 4) == area + 3
                && SecretText.at(text, area) > '1'
                && isDashOrDot(text, area + 3)
                && (!prefixed || SecretText.at(text, end) == SecretText.at(text, area + 3))
                && isExchangeAndLine(text, area + 4)
                && SecretText.at(text, area + 3) == SecretText.at(text, area + 7);
        return american ? SecretRange.of(at, area + 12) : SecretRange.NONE;
    }

    /** {@code 0170 1234567}, {@code 030/123 456}, {@code 01.23.45.67.89}, {@code 0049 170 1234567}. */
    private static long trunk(byte[] text, int at) {
        int from = at + 1;
        if (SecretNumbers.isDigitAt(text, from) && SecretText.at(text, from) == '0') {
            from++;
        }
        if (!SecretNumbers.isDigitAt(text, from) || SecretText.at(text, from) == '0') {
            return SecretRange.NONE;
        }
        int end = endOfDigits(text, from, 6);
        int gap = end;
        while (gap < text.length && gap - end < MAX_GAP && CharKind.is(SecretText.at(text, gap), CharKind.PHONE_GAP)) {
            gap++;
        }
        if (gap == end || end - at > 6) {
            return SecretRange.NONE;
        }
        if (gap - end == 1 && SecretText.at(text, end) == '.') {
            return end - at == 2 ? pairs(text, at) : SecretRange.NONE;
        }
        return groups(text, at, gap, end - at - (from - at - 1) * 2);
    }

    /** Five pairs of digits with dots between, the French way. */
    private static long pairs(byte[] text, int at) {
        int i = at;
        for (int pair = 0; pair < 5; pair++) {
            if (endOfDigits(text, i, 3) != i + 2) {
                return SecretRange.NONE;
            }
            i += 2;
            if (pair < 4) {
                if (i == text.length || SecretText.at(text, i) != '.') {
                    return SecretRange.NONE;
                }
                i++;
            }
        }
        return SecretNumbers.endsApart(text, i) ? SecretRange.of(at, i) : SecretRange.NONE;
    }

    /** The groups after the first, with the same blank or dash between all of them. */
    private static long groups(byte[] text, int at, int from, int digitsBefore) {
        int digits = digitsBefore;
        int separator = 0;
        int end = from;
        int i = from;
        while (SecretNumbers.isDigitAt(text, i)) {
            end = endOfDigits(text, i, MAX_NATIONAL);
            digits += end - i;
            i = end;
            if (digits > MAX_NATIONAL) {
                return SecretRange.NONE;
            }
            int c = i < text.length ? SecretText.at(text, i) : '\n';
            if ((c != ' ' && c != '-') || (separator != 0 && c != separator)) {
                break;
            }
            separator = c;
            i++;
        }
        return digits >= MIN_NATIONAL && SecretNumbers.endsApart(text, end)
                ? SecretRange.of(at, end)
                : SecretRange.NONE;
    }

    /** Whether another number stands before it, as in the columns of a table and the groups of a longer number. */
    private static boolean isOneOfMany(byte[] text, int at) {
        return at > 1 && SecretText.at(text, at - 1) == ' ' && SecretNumbers.isDigit(SecretText.at(text, at - 2));
    }

    private static boolean isExchangeAndLine(byte[] text, int at) {
        return endOfDigits(text, at, 4) == at + 3
                && SecretText.at(text, at) > '1'
                && at + 3 < text.length
                && "-. ".indexOf(SecretText.at(text, at + 3)) >= 0
                && endOfDigits(text, at + 4, 5) == at + 8
                && SecretNumbers.endsApart(text, at + 8);
    }

    private static boolean isDashOrDot(byte[] text, int at) {
        return at < text.length && (SecretText.at(text, at) == '-' || SecretText.at(text, at) == '.');
    }

    private static boolean isWord(int c) {
        return CharKind.is(c, CharKind.LETTER_OR_DIGIT) || c == '_';
    }

    /** Where the digits from {@code at} end, of which no more than {@code most} are looked at. */
    private static int endOfDigits(byte[] text, int at, int most) {
        int i = at;
        while (i - at < most && SecretNumbers.isDigitAt(text, i)) {
            i++;
        }
        return i;
    }
}
