package dev.narrative.model.masking;

import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text before it is kept: credentials in URLs, headers, queries, JSON and forms, tokens and keys of
 * known shapes, e-mail addresses, phone, card and bank account numbers, IP addresses, and what the user's own patterns
 * find. Linear in the length whatever the text; no regular expressions of the JDK's, which cost a start-up dearly and
 * some texts quadratically.
 */
public final class Masking {
    /** What stands where a secret stood. */
    public static final String MASK = "***";

    /** How much of a text beyond its bound is masked with it. */
    private static final int MARGIN = 512;

    private static final byte NOTHING = 0;
    private static final byte WORD = 1;
    private static final byte SPECIAL = 2;
    private static final byte[] KINDS = kinds();

    private Masking() {}

    /** The text without its secrets; the same instance when it has none. */
    public static String mask(String text) {
        SecretRanges found = known(text);
        SecretPatterns own = SecretPatterns.current();
        if (!own.isEmpty()) {
            found = own.addTo(found, text);
        }
        return found == null ? text : found.replacedIn(text, MASK);
    }

    /**
     * The beginning of a text without its secrets, at most so many characters. What follows it is looked at as well, so
     * that a secret at the edge is still recognised.
     */
    public static String maskStart(String text, int length) {
        int margin = length + MARGIN;
        String masked = mask(text.length() > margin ? text.substring(0, margin) : text);
        return masked.length() > length ? masked.substring(0, length) : masked;
    }

    /** A URL's query, without its question mark, where even {@code key} and {@code sig} hold secrets. */
    public static String maskQuery(String query) {
        String masked = mask("?" + query);
        return masked.startsWith("?") ? masked.substring(1) : MASK;
    }

    /** Whether a field, header or parameter of this name holds a secret, such as {@code X-Api-Key}. */
    public static boolean isSecretName(String name) {
        return SecretNames.isSecret(name, 0, name.length());
    }

    /** Whether a query parameter of this name holds a secret; {@code key} and {@code sig} do there. */
    public static boolean isSecretParameter(String name) {
        return SecretNames.isSecretParameter(name, 0, name.length());
    }

    /** What is found by its name or its shape. */
    private static @Nullable SecretRanges known(String text) {
        int length = text.length();
        SecretRanges found = null;
        int noCookieBefore = 0;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            byte kind = c < KINDS.length ? KINDS[c] : NOTHING;
            if (kind == NOTHING) {
                i++;
                continue;
            }
            long secret = kind == WORD
                    ? secretWord(text, i, c)
                    : secretAround(text, i, c, found == null ? 0 : found.end(), noCookieBefore);
            if (secret >= 0) {
                found = found == null ? new SecretRanges() : found;
                found.add(SecretRange.from(secret), SecretRange.to(secret));
                i = SecretRange.to(secret);
            } else if (kind == WORD) {
                i = CharKind.endOfRun(text, i + 1, CharKind.LETTER_OR_DIGIT);
            } else {
                noCookieBefore = Math.max(noCookieBefore, SecretRange.noCookieBefore(secret));
                i++;
            }
        }
        return found;
    }

    /** A secret that begins with the word that begins here. */
    private static long secretWord(String text, int at, char first) {
        return first <= '9' ? SecretNumbers.at(text, at, first) : SecretTokens.at(text, at, first);
    }

    /** A secret around a mark such as {@code =}, not reaching back beyond {@code start}. */
    private static long secretAround(String text, int at, char mark, int start, int noCookieBefore) {
        return switch (mark) {
            case '@' -> SecretPlaces.email(text, at, start);
            case '/' -> SecretPlaces.urlCredentials(text, at);
            case '+' -> PhoneNumbers.international(text, at);
            case '(' -> PhoneNumbers.areaInParentheses(text, at);
            case ':' -> afterColon(text, at, start, noCookieBefore);
            case '\\' -> SecretPairs.valueAfterEscape(text, at, start);
            default -> SecretPairs.valueAfter(text, at, at + 1, start, noCookieBefore);
        };
    }

    private static long afterColon(String text, int at, int start, int noCookieBefore) {
        if (at > start && text.charAt(at - 1) == ':') {
            return SecretRange.NONE; // an address begins before its first colon, and a name is none
        }
        long address = IpAddresses.v6(text, at, start);
        return address == SecretRange.NONE ? SecretPairs.valueAfter(text, at, at + 1, start, noCookieBefore) : address;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < kinds.length; c++) {
            kinds[c] = CharKind.is(c, CharKind.LETTER_OR_DIGIT) ? WORD : NOTHING;
        }
        String marks = "=:@/+(\\";
        for (int i = 0; i < marks.length(); i++) {
            kinds[marks.charAt(i)] = SPECIAL;
        }
        return kinds;
    }
}
