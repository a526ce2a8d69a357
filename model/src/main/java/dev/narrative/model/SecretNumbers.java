package dev.narrative.model;

/** Finds card numbers (by issuer, length and Luhn's check digit) and IBANs (by their check digits). */
final class SecretNumbers {
    private static final int MAX_CARD_DIGITS = 19;
    private static final int MIN_IBAN = 15;
    private static final int MAX_IBAN = 34;

    private SecretNumbers() {}

    /** A card number from {@code at}, in one piece or in groups with a blank or dash between. */
    static long card(String text, int at) {
        if (at > 1 && text.charAt(at - 1) == '.' && isDigit(text.charAt(at - 2))) {
            return SecretRange.NONE; // the fraction of a number
        }
        long digits = 0;
        int count = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                if (++count > MAX_CARD_DIGITS) {
                    return SecretRange.NONE;
                }
                digits = digits * 10 + (c - '0');
                if (endsGroup(text, i) && isCard(text, at, digits, count)) {
                    return SecretRange.of(at, i + 1);
                }
            } else if ((c != ' ' && c != '-') || !isDigit(text.charAt(i - 1))) {
                return SecretRange.NONE;
            }
        }
        return SecretRange.NONE;
    }

    /** An IBAN from {@code at}, in one piece or in groups with a blank between. */
    static long iban(String text, int at) {
        if (at + MIN_IBAN > text.length()
                || !isUpper(text.charAt(at + 1))
                || !isDigit(text.charAt(at + 2))
                || !isDigit(text.charAt(at + 3))) {
            return SecretRange.NONE;
        }
        int head = text.charAt(at) - 'A' + 10;
        int headTwo = text.charAt(at + 1) - 'A' + 10;
        int tail = ((head * 100 + headTwo) % 97 * 100 + Integer.parseInt(text, at + 2, at + 4, 10)) % 97;
        int remainder = 0;
        int count = 4;
        for (int i = at + 4; i < text.length() && count <= MAX_IBAN; i++) {
            char c = text.charAt(i);
            if (c == ' ' && text.charAt(i - 1) != ' ') {
                continue;
            }
            if (isDigit(c)) {
                remainder = (remainder * 10 + (c - '0')) % 97;
            } else if (isUpper(c)) {
                remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
            } else {
                return SecretRange.NONE;
            }
            count++;
            boolean valid = (remainder * (1_000_000 % 97) + tail) % 97 == 1;
            if (count >= MIN_IBAN && count <= MAX_IBAN && valid && endsGroup(text, i)) {
                return SecretRange.of(at, i + 1);
            }
        }
        return SecretRange.NONE;
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean endsGroup(String text, int at) {
        return at + 1 == text.length() || !SecretRange.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isCard(String text, int at, long digits, int count) {
        if (count < 13) {
            return false;
        }
        int second = 0;
        for (int i = at + 1; second == 0; i++) {
            second = isDigit(text.charAt(i)) ? text.charAt(i) : 0;
        }
        boolean issued =
                switch (text.charAt(at)) {
                    case '4' -> count == 13 || count == 16 || count == 19;
                    case '2' -> count == 16 && second >= '2' && second <= '7';
                    case '3' -> (second == '4' || second == '7') ? count == 15 : count >= 14 && count <= 16;
                    case '5' -> count == 16;
                    case '6' -> count >= 16;
                    default -> false;
                };
        return issued && passesLuhn(digits);
    }

    private static boolean passesLuhn(long digits) {
        int sum = 0;
        boolean twice = false;
        for (long rest = digits; rest != 0; rest /= 10) {
            int digit = (int) (rest % 10);
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
