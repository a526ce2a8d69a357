package dev.narrative.model;

import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text before it is kept: credentials in URLs, headers, queries, JSON and forms, tokens and keys of
 * known shapes, e-mail addresses, card numbers and IBANs. One pass, linear in the length whatever the text; no regular
 * expressions, which cost a start-up dearly and some texts quadratically.
 */
public final class Masking {
    /** What stands where a secret stood. */
    public static final String MASK = "***";

    private static final byte NOTHING = 0;
    private static final byte WORD = 1;
    private static final byte SPECIAL = 2;
    private static final byte[] KINDS = kinds();

    private final String text;
    private @Nullable StringBuilder masked;
    private int copied;

    private Masking(String text) {
        this.text = text;
    }

    /** The text without its secrets; the same instance when it has none. */
    public static String mask(String text) {
        int length = text.length();
        Masking masking = null;
        boolean inWord = false;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            byte kind = c < KINDS.length ? KINDS[c] : NOTHING;
            if (kind == WORD) {
                if (inWord) {
                    i++;
                    continue;
                }
                inWord = true;
            } else {
                inWord = false;
                if (kind == NOTHING) {
                    i++;
                    continue;
                }
            }
            int copied = masking == null ? 0 : masking.copied;
            long secret = kind == WORD ? secretWord(text, i, c) : secretAround(text, i, c, copied);
            if (secret == SecretRange.NONE) {
                i++;
                continue;
            }
            if (masking == null) {
                masking = new Masking(text);
            }
            masking.replace(SecretRange.from(secret), SecretRange.to(secret));
            i = SecretRange.to(secret);
            inWord = false;
        }
        return masking == null ? text : masking.result();
    }

    /** Whether a field, header or parameter of this name holds a secret, such as {@code X-Api-Key}. */
    public static boolean isSecretName(String name) {
        return SecretNames.isSecret(name, 0, name.length());
    }

    /** Whether a query parameter of this name holds a secret; {@code key} and {@code sig} do there. */
    public static boolean isSecretParameter(String name) {
        return SecretNames.isSecretParameter(name, 0, name.length());
    }

    /** A secret that begins with the word that begins here. */
    private static long secretWord(String text, int at, char first) {
        return first >= '0' && first <= '9' ? SecretNumbers.card(text, at) : SecretTokens.at(text, at, first);
    }

    /** A secret around a mark such as {@code =}, not reaching back before {@code start}. */
    private static long secretAround(String text, int at, char mark, int start) {
        return switch (mark) {
            case '@' -> SecretPlaces.email(text, at, start);
            case '/' -> SecretPlaces.urlCredentials(text, at);
            default -> SecretPairs.valueAfter(text, at, start);
        };
    }

    private void replace(int from, int to) {
        StringBuilder target = masked;
        if (target == null) {
            target = new StringBuilder(text.length());
            masked = target;
        }
        target.append(text, copied, from).append(MASK);
        copied = to;
    }

    private String result() {
        StringBuilder target = masked;
        return target == null
                ? text
                : target.append(text, copied, text.length()).toString();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < kinds.length; c++) {
            kinds[c] = SecretRange.isLetterOrDigit(c) ? WORD : NOTHING;
        }
        kinds['='] = SPECIAL;
        kinds[':'] = SPECIAL;
        kinds['@'] = SPECIAL;
        kinds['/'] = SPECIAL;
        return kinds;
    }
}
