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
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte EQUALS = 3;
    private static final byte COLON = 4;
    private static final byte BACKSLASH = 5;
    private static final byte AT = 6;
    private static final byte SLASH = 7;
    private static final byte PLUS = 8;
    private static final byte PARENTHESIS = 9;
    private static final byte[] KINDS = kinds();

    private Masking() {}

    /** The text without its secrets; the same instance when it has none. */
    public static String mask(String text) {
        SecretRanges found = known(SecretText.of(text));
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
        return SecretNames.isSecret(SecretText.of(name), 0, name.length());
    }

    /** Whether a query parameter of this name holds a secret; {@code key} and {@code sig} do there. */
    public static boolean isSecretParameter(String name) {
        return SecretNames.isSecretParameter(SecretText.of(name), 0, name.length());
    }

    /** What is found by its name or its shape. */
    private static @Nullable SecretRanges known(byte[] text) {
        int length = text.length;
        SecretRanges found = null;
        int noAccountBefore = 0;
        int noCardBefore = 0;
        int noCookieBefore = 0;
        int i = 0;
        while (i < length) {
            int c = SecretText.at(text, i);
            byte kind = KINDS[c];
            if (kind == NOTHING) {
                i++;
                continue;
            }
            int start = found == null ? 0 : found.end();
            int next = kind > DIGIT ? i + 1 : CharKind.endOfRun(text, i + 1, CharKind.LETTER_OR_DIGIT);
            long secret =
                    switch (kind) {
                        case LETTER ->
                            SecretTokens.mayBegin(text, i, c)
                                    ? SecretTokens.at(text, i, c, noAccountBefore)
                                    : SecretRange.NONE;
                        case DIGIT ->
                            SecretNumbers.mayBegin(text, i, next)
                                    ? SecretNumbers.at(text, i, next, c, noCardBefore)
                                    : SecretRange.NONE;
                        case COLON, EQUALS -> {
                            long address = kind == COLON && IpAddresses.mayHaveFirst(text, i, start)
                                    ? IpAddresses.v6(text, i, start)
                                    : SecretRange.NONE;
                            yield address == SecretRange.NONE && SecretPairs.mayBeNamed(text, i, start)
                                    ? SecretPairs.valueAfter(text, i, next, start, noCookieBefore)
                                    : address;
                        }
                        case BACKSLASH -> SecretPairs.valueAfterEscape(text, i, start);
                        case AT ->
                            SecretPlaces.mayBeEmail(text, i) ? SecretPlaces.email(text, i, start) : SecretRange.NONE;
                        case SLASH -> SecretPlaces.urlCredentials(text, i);
                        case PLUS -> PhoneNumbers.international(text, i);
                        default -> PhoneNumbers.areaInParentheses(text, i);
                    };
            if (secret >= 0) {
                found = found == null ? new SecretRanges() : found;
                found.add(SecretRange.from(secret), SecretRange.to(secret));
                next = SecretRange.to(secret);
            } else if (secret != SecretRange.NONE) {
                int none = SecretRange.noneBefore(secret);
                noAccountBefore = kind == LETTER ? none : noAccountBefore;
                noCardBefore = kind == DIGIT ? none : noCardBefore;
                noCookieBefore = kind > DIGIT ? Math.max(none, noCookieBefore) : noCookieBefore;
            }
            i = next;
        }
        return found;
    }

    /** What may begin with a character, or stand around it. */
    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (char c = 0; c < kinds.length; c++) {
            boolean isWord = CharKind.is(c, CharKind.LETTER_OR_DIGIT);
            kinds[c] = !isWord ? NOTHING : c > '9' ? LETTER : DIGIT;
        }
        kinds['='] = EQUALS;
        kinds[':'] = COLON;
        kinds['\\'] = BACKSLASH;
        kinds['@'] = AT;
        kinds['/'] = SLASH;
        kinds['+'] = PLUS;
        kinds['('] = PARENTHESIS;
        return kinds;
    }
}
