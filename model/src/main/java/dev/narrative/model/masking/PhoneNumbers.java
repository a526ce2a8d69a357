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
    private static final char HARD_BLANK = '\u00a0';

    private PhoneNumbers() {}

    /** {@code +49 (0)170 123-4567}: the number behind a plus sign. */
    static long international(String text, int plus) {
        if (!SecretNumbers.isDigitAt(text, plus + 1)
                || text.charAt(plus + 1) == '0'
                || !SecretNumbers.beginsApart(text, plus)) {
            return SecretRange.NONE;
        }
        int digits = 0;
        int gaps = 0;
        int end = plus + 1;
        int endOfGroup = -1;
        boolean dots = true;
        for (int i = end; i < text.length() && i - end <= MAX_GAP - 1; i++) {
            char c = text.charAt(i);
            if (SecretNumbers.isDigit(c)) {
                if (i > end) {
                    gaps++;
                    dots &= text.charAt(i - 1) == '.';
                    endOfGroup = digits >= MIN_INTERNATIONAL ? end : -1;
                }
                if (++digits > MAX_INTERNATIONAL) {
                    return endOfGroup < 0 ? SecretRange.NONE : SecretRange.of(plus, endOfGroup);
                }
                end = i + 1;
            } else if (!CharKind.is(c, CharKind.PHONE_SEPARATOR) && c != HARD_BLANK) {
                break;
            }
        }
        boolean decimal = gaps == 1 && dots;
        boolean apart = end == text.length() || !isWord(text.charAt(end));
        return digits >= MIN_INTERNATIONAL && !decimal && apart ? SecretRange.of(plus, end) : SecretRange.NONE;
    }

    /** {@code (212) 555-1234} and {@code (030) 123456}. */
    static long areaInParentheses(String text, int parenthesis) {
        int from = parenthesis + 1;
        if (!SecretNumbers.isDigitAt(text, from) || !SecretNumbers.beginsApart(text, parenthesis)) {
            return SecretRange.NONE;
        }
        int close = endOfDigits(text, from, 6);
        if (close - from > 5 || close == text.length() || text.charAt(close) != ')') {
            return SecretRange.NONE;
        }
        boolean trunk = text.charAt(from) == '0';
        int rest = close + 1;
        if (rest < text.length() && (text.charAt(rest) == ' ' || text.charAt(rest) == '-')) {
            rest++;
        }
        if (trunk) {
            return groups(text, parenthesis, rest, close - from);
        }
        boolean american = close - from == 3 && isExchangeAndLine(text, rest) && text.charAt(from) > '1';
        return american ? SecretRange.of(parenthesis, rest + 8) : SecretRange.NONE;
    }

    /** Whether a first group of so many digits may begin {@link #national}, with what stands behind it. */
    static boolean mayBegin(String text, char first, int digits, int end) {
        char next = text.charAt(end);
        boolean dashOrDot = next == '-' || next == '.';
        if (first == '0') {
            if (SecretNumbers.isDigitAt(text, end + 1)) { // behind a dot, the second of five pairs
                return next != '.' || (digits == 2 && endOfDigits(text, end + 1, 3) == end + 3);
            }
            return end + 1 < text.length() && CharKind.is(text.charAt(end + 1), CharKind.PHONE_GAP);
        }
        boolean american = digits == 3 ? first > '1' : digits == 1 && first == '1';
        // Neither area nor exchange begins with 0 or 1.
        return dashOrDot
                && american
                && SecretNumbers.isDigitAt(text, end + 1)
                && text.charAt(end + 1) > '1'
                && SecretNumbers.isDigitAt(text, end + 2);
    }

    /**
     * A number in the writing of its own country, where something begins apart from what stands before.
     *
     * @param end where its first group of digits ends
     */
    static long national(String text, int at, int end) {
        if (isOneOfMany(text, at)) {
            return SecretRange.NONE;
        }
        char first = text.charAt(at);
        if (first == '0') {
            return trunk(text, at);
        }
        boolean prefixed = first == '1' && end == at + 1 && isDashOrDot(text, end);
        int area = prefixed ? at + 2 : at;
        boolean american = endOfDigits(text, area, 4) == area + 3
                && text.charAt(area) > '1'
                && isDashOrDot(text, area + 3)
                && (!prefixed || text.charAt(end) == text.charAt(area + 3))
                && isExchangeAndLine(text, area + 4)
                && text.charAt(area + 3) == text.charAt(area + 7);
        return american ? SecretRange.of(at, area + 12) : SecretRange.NONE;
    }

    /** {@code 0170 1234567}, {@code 030/123 456}, {@code 01.23.45.67.89}, {@code 0049 170 1234567}. */
    private static long trunk(String text, int at) {
        int from = at + 1;
        if (SecretNumbers.isDigitAt(text, from) && text.charAt(from) == '0') {
            from++;
        }
        if (!SecretNumbers.isDigitAt(text, from) || text.charAt(from) == '0') {
            return SecretRange.NONE;
        }
        int end = endOfDigits(text, from, 6);
        int gap = end;
        while (gap < text.length() && gap - end < MAX_GAP && CharKind.is(text.charAt(gap), CharKind.PHONE_GAP)) {
            gap++;
        }
        if (gap == end || end - at > 6) {
            return SecretRange.NONE;
        }
        if (gap - end == 1 && text.charAt(end) == '.') {
            return end - at == 2 ? pairs(text, at) : SecretRange.NONE;
        }
        return groups(text, at, gap, end - at - (from - at - 1) * 2);
    }

    /** Five pairs of digits with dots between, the French way. */
    private static long pairs(String text, int at) {
        int i = at;
        for (int pair = 0; pair < 5; pair++) {
            if (endOfDigits(text, i, 3) != i + 2) {
                return SecretRange.NONE;
            }
            i += 2;
            if (pair < 4) {
                if (i == text.length() || text.charAt(i) != '.') {
                    return SecretRange.NONE;
                }
                i++;
            }
        }
        return SecretNumbers.endsApart(text, i) ? SecretRange.of(at, i) : SecretRange.NONE;
    }

    /** The groups after the first, with the same blank or dash between all of them. */
    private static long groups(String text, int at, int from, int digitsBefore) {
        int digits = digitsBefore;
        char separator = 0;
        int end = from;
        int i = from;
        while (SecretNumbers.isDigitAt(text, i)) {
            end = endOfDigits(text, i, MAX_NATIONAL);
            digits += end - i;
            i = end;
            if (digits > MAX_NATIONAL) {
                return SecretRange.NONE;
            }
            char c = i < text.length() ? text.charAt(i) : '\n';
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
    private static boolean isOneOfMany(String text, int at) {
        return at > 1 && text.charAt(at - 1) == ' ' && SecretNumbers.isDigit(text.charAt(at - 2));
    }

    private static boolean isExchangeAndLine(String text, int at) {
        return endOfDigits(text, at, 4) == at + 3
                && text.charAt(at) > '1'
                && at + 3 < text.length()
                && "-. ".indexOf(text.charAt(at + 3)) >= 0
                && endOfDigits(text, at + 4, 5) == at + 8
                && SecretNumbers.endsApart(text, at + 8);
    }

    private static boolean isDashOrDot(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '.');
    }

    private static boolean isWord(char c) {
        return CharKind.is(c, CharKind.LETTER_OR_DIGIT) || c == '_';
    }

    /** Where the digits from {@code at} end, of which no more than {@code most} are looked at. */
    private static int endOfDigits(String text, int at, int most) {
        int i = at;
        while (i - at < most && SecretNumbers.isDigitAt(text, i)) {
            i++;
        }
        return i;
    }
}
