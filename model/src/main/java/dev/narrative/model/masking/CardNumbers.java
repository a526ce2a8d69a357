package dev.narrative.model.masking;

/** Finds card numbers by issuer, length and Luhn's check digit. */
final class CardNumbers {
    private static final int MAX_DIGITS = 19;
    private static final int MIN_GROUP = 4;

    private CardNumbers() {}

    /** A card number from {@code at}, in one piece or in groups with blanks or dashes between. */
    static long at(String text, int at) {
        char first = text.charAt(at);
        if (first < '2' || first > '6') {
            return SecretRange.NONE; // no issuer of payment cards begins so
        }
        if (at > 1 && text.charAt(at - 1) == '.' && SecretNumbers.isDigit(text.charAt(at - 2))) {
            return SecretRange.NONE; // the fraction of a number
        }
        int sum = 0; // Luhn's, if the number ends here
        int sumBefore = 0; // if it ends with the next digit, without that
        int count = 0;
        int group = 0;
        char separator = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SecretNumbers.isDigit(c)) {
                int digit = c - '0';
                int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
                int whole = sumBefore + digit;
                sumBefore = sum + doubled;
                sum = whole;
                group++;
                if (++count > MAX_DIGITS) {
                    return SecretRange.NONE;
                }
                if (endsGroup(text, i) && isIssued(text, at, count) && sum % 10 == 0) {
                    return SecretRange.of(at, i + 1);
                }
            } else if (isSeparator(c, separator) && group >= MIN_GROUP && SecretNumbers.isDigitAt(text, i + 1)) {
                separator = c;
                group = 0;
            } else {
                return SecretRange.NONE;
            }
        }
        return SecretRange.NONE;
    }

    private static boolean isSeparator(char c, char earlier) {
        return (c == ' ' || c == '-') && (earlier == 0 || earlier == c);
    }

    private static boolean endsGroup(String text, int at) {
        return at + 1 == text.length() || !SecretRange.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Whether an issuer gives out numbers that begin so, with so many digits. */
    private static boolean isIssued(String text, int at, int count) {
        if (count < 13) {
            return false;
        }
        char second = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '2' -> count == 16 && second >= '2' && second <= '7';
            case '3' -> (second == '4' || second == '7') ? count == 15 : count == (second == '5' ? 16 : 14);
            case '4' -> count == 13 || count == 16 || count == 19;
            case '5' -> count == 16;
            case '6' -> count >= 16;
            default -> false;
        };
    }
}
