package dev.narrative.model.masking;

/** Finds card numbers by issuer, length and Luhn's check digit. */
final class CardNumbers {
    /** What a card has at least. */
    static final int MIN_DIGITS = 13;

    /** What a card has at most. */
    static final int MAX_DIGITS = 19;

    /** What those have at most that begin with neither 4 nor 6. */
    private static final int MOST_OF_OTHERS = 16;

    private static final int MIN_GROUP = 4;

    /** After so many digits in groups that are no card number, the run that they stand in is read as a whole. */
    private static final int MANY = 9;

    private CardNumbers() {}

    /**
     * A card number from {@code at}, in one piece or in groups with blanks or dashes between; or else where the next one
     * may begin, as {@link SecretRange#noneBefore} says it.
     */
    static long at(byte[] text, int at) {
        int first = SecretText.at(text, at);
        if (first < '2' || first > '6') {
            return SecretRange.NONE; // no issuer of payment cards begins so
        }
        if (at > 1 && SecretText.at(text, at - 1) == '.' && SecretNumbers.isDigit(SecretText.at(text, at - 2))) {
            return SecretRange.NONE; // the fraction of a number
        }
        int most = first == '4' || first == '6' ? MAX_DIGITS : MOST_OF_OTHERS;
        int sum = 0; // Luhn's, if the number ends here
        int sumBefore = 0; // if it ends with the next digit, without that
        int count = 0;
        int group = at;
        int separator = 0;
        int i = at;
        for (; i < text.length; i++) {
            int c = SecretText.at(text, i);
            int digit = c - '0';
            if (digit >= 0 && digit <= 9) {
                int whole = sumBefore + digit;
                sumBefore = sum + doubled(digit);
                sum = whole;
                if (++count > most) {
                    break;
                }
            } else if (CharKind.is(c, CharKind.LETTER_OR_DIGIT) || isWhole(text, at, count, sum)) {
                break;
            } else if (i - group >= MIN_GROUP && isSeparator(c, separator) && SecretNumbers.isDigitAt(text, i + 1)) {
                separator = c;
                group = i + 1;
            } else {
                return none(text, at, group, count);
            }
        }
        boolean apart = i == text.length || !CharKind.is(SecretText.at(text, i), CharKind.LETTER_OR_DIGIT);
        return apart && isWhole(text, at, count, sum) ? SecretRange.of(at, i) : none(text, at, group, count);
    }

    private static long none(byte[] text, int at, int group, int count) {
        return group > at && count >= MANY ? SecretRange.noneBefore(CardRun.nextAfter(text, at)) : SecretRange.NONE;
    }

    /** What Luhn adds for every other digit. */
    static int doubled(int digit) {
        return digit > 4 ? 2 * digit - 9 : 2 * digit;
    }

    /** Whether so many digits from {@code at} are a card number, of which Luhn's sum is this. */
    static boolean isWhole(byte[] text, int at, int count, int sum) {
        return count >= MIN_DIGITS && sum % 10 == 0 && isIssued(text, at, count);
    }

    private static boolean isSeparator(int c, int earlier) {
        return (c == ' ' || c == '-') && (earlier == 0 || earlier == c);
    }

    /** Whether an issuer gives out numbers that begin so, with so many digits. */
    private static boolean isIssued(byte[] text, int at, int count) {
        int second = SecretText.at(text, at + 1);
        return switch (SecretText.at(text, at)) {
            case '2' -> count == 16 && second >= '2' && second <= '7';
            case '3' -> (second == '4' || second == '7') ? count == 15 : count == (second == '5' ? 16 : 14);
            case '4' -> count == 13 || count == 16 || count == 19;
            case '5' -> count == 16;
            case '6' -> count >= 16;
            default -> false;
        };
    }
}
