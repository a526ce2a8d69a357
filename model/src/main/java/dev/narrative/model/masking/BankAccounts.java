package dev.narrative.model.masking;

/** Finds IBANs by their country's length and their check digits. */
final class BankAccounts {
    /** Countries and lengths, from the IBAN registry of SWIFT. */
    private static final String REGISTRY =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18"
                    + "DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32"
                    + "LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24"
                    + "SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static final byte[] LENGTHS = lengths();

    /** How many characters a {@code long} can take up behind a remainder: it grows by two digits for each letter. */
    private static final int UNREDUCED = 8;

    /** After so many characters with blanks between that are no account, the run that they stand in is read as a whole. */
    private static final int MANY = 10;

    private BankAccounts() {}

    /**
     * An IBAN from {@code at}, where two capitals stand, in one piece or in groups with a blank between; or else where
     * the next one may begin, as {@link SecretRange#noneBefore} says it.
     */
    static long at(byte[] text, int at) {
        int length = length(text, at);
        if (length == 0) {
            return SecretRange.NONE;
        }
        long remainder = 0;
        int count = 4;
        int i = at + 4;
        for (; count < length && i < text.length; i++) {
            int c = SecretText.at(text, i);
            int value = value(c);
            if (value >= 0) {
                remainder = remainder * (value > 9 ? 100 : 10) + value;
            } else if (c == ' ' && SecretText.at(text, i - 1) != ' ') {
                continue;
            } else {
                break;
            }
            if (++count % UNREDUCED == 0) {
                remainder %= 97;
            }
        }
        if (count == length && isApart(text, i) && isValid(text, at, (int) (remainder % 97))) {
            return SecretRange.of(at, i);
        }
        boolean grouped = i - at > count;
        return grouped && count >= MANY ? SecretRange.noneBefore(AccountRun.nextAfter(text, at)) : SecretRange.NONE;
    }

    /** How long an account is that begins so, 0 where none does. */
    static int length(byte[] text, int at) {
        if (at + 4 > text.length) {
            return 0;
        }
        int first = SecretText.at(text, at);
        int second = SecretText.at(text, at + 1);
        boolean begins = SecretTokens.isUpper(first)
                && SecretTokens.isUpper(second)
                && SecretNumbers.isDigit(SecretText.at(text, at + 2))
                && SecretNumbers.isDigit(SecretText.at(text, at + 3));
        int length = begins ? LENGTHS[26 * (first - 'A') + second - 'A'] : 0;
        return at + length > text.length ? 0 : length;
    }

    /** Whether what ends here is not continued. */
    static boolean isApart(byte[] text, int end) {
        return end == text.length || !CharKind.is(SecretText.at(text, end), CharKind.LETTER_OR_DIGIT);
    }

    /**
     * Whether the check digits are right.
     *
     * @param remainder of what follows them, or anything that leaves the same
     */
    static boolean isValid(byte[] text, int at, int remainder) {
        int head = value(SecretText.at(text, at)) * 100 + value(SecretText.at(text, at + 1));
        int check = value(SecretText.at(text, at + 2)) * 10 + value(SecretText.at(text, at + 3));
        return (remainder * 1_000_000L + head * 100L + check) % 97 == 1;
    }

    /** What a digit or capital counts; negative for everything else. */
    static int value(int c) {
        int digit = c - '0';
        if (digit <= 9) {
            return digit; // negative for what stands before the digits
        }
        return SecretTokens.isUpper(c) ? c - 'A' + 10 : -1;
    }

    /** Tells of the letters of each country. */
    static WordBeginnings beginnings() {
        WordBeginnings beginnings = new WordBeginnings();
        for (int i = 0; i < REGISTRY.length(); i += 4) {
            beginnings.add(REGISTRY.substring(i, i + 2));
        }
        return beginnings;
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[26 * 26];
        for (int i = 0; i < REGISTRY.length(); i += 4) {
            int country = 26 * (REGISTRY.charAt(i) - 'A') + REGISTRY.charAt(i + 1) - 'A';
            lengths[country] = (byte) ((REGISTRY.charAt(i + 2) - '0') * 10 + REGISTRY.charAt(i + 3) - '0');
        }
        return lengths;
    }
}
