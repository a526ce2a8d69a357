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

    private BankAccounts() {}

    /** An IBAN from {@code at}, where two capitals stand, in one piece or in groups with a blank between. */
    static long at(String text, int at) {
        int length = LENGTHS[26 * (text.charAt(at) - 'A') + text.charAt(at + 1) - 'A'];
        if (length == 0
                || at + length > text.length()
                || !SecretNumbers.isDigit(text.charAt(at + 2))
                || !SecretNumbers.isDigit(text.charAt(at + 3))) {
            return SecretRange.NONE;
        }
        long remainder = 0;
        int count = 4;
        int i = at + 4;
        for (; count < length && i < text.length(); i++) {
            char c = text.charAt(i);
            if (SecretNumbers.isDigit(c)) {
                remainder = remainder * 10 + (c - '0');
            } else if (SecretTokens.isUpper(c)) {
                remainder = remainder * 100 + (c - 'A' + 10);
            } else if (c == ' ' && text.charAt(i - 1) != ' ') {
                continue;
            } else {
                return SecretRange.NONE;
            }
            if (++count % UNREDUCED == 0) {
                remainder %= 97;
            }
        }
        if (count < length || (i < text.length() && CharKind.is(text.charAt(i), CharKind.LETTER_OR_DIGIT))) {
            return SecretRange.NONE;
        }
        int head = (text.charAt(at) - 'A' + 10) * 100 + (text.charAt(at + 1) - 'A' + 10);
        int check = (text.charAt(at + 2) - '0') * 10 + (text.charAt(at + 3) - '0');
        long whole = (remainder % 97 * 1_000_000 + head * 100L + check) % 97;
        return whole == 1 ? SecretRange.of(at, i) : SecretRange.NONE;
    }

    /** Tells of the letters of each country. */
    static void beginnings(SecretTokens.Beginnings beginnings) {
        for (int i = 0; i < REGISTRY.length(); i += 4) {
            beginnings.add(REGISTRY.charAt(i), REGISTRY.charAt(i + 1));
        }
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
