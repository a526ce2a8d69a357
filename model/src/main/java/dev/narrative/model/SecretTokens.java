package dev.narrative.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Finds tokens and keys by their shape at the beginning of a word: bearer and basic credentials, JSON web tokens, the
 * keys of providers, private keys in PEM.
 */
final class SecretTokens {
    private static final String[] PREFIXES = {
        "sk-", "sk_live_", "sk_test_", "rk_live_", "whsec_", "AIza", "ya29.", "AKIA", "ASIA", "ghp_", "gho_", "ghu_",
        "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-", "xai-", "gsk_",
        "hf_", "pplx-", "npm_", "r8_"
    };

    /** The characters that must follow a prefix at least, so that words of the language are left alone. */
    private static final int MIN_KEY_LENGTH = 12;

    private static final String[][] BY_FIRST = byFirst();
    private static final String PEM = "PRIVATE KEY-----";

    private SecretTokens() {}

    static long at(String text, int at, char first) {
        if (SecretNumbers.isUpper(first) && at + 1 < text.length() && SecretNumbers.isUpper(text.charAt(at + 1))) {
            long iban = SecretNumbers.iban(text, at);
            if (iban != SecretRange.NONE) {
                return iban;
            }
        }
        return switch (first) {
            case 'B', 'b' -> credentials(text, at);
            case 'P' -> pem(text, at);
            case 'e' -> jwt(text, at);
            default -> key(text, at, first);
        };
    }

    private static long key(String text, int at, char first) {
        String[] prefixes = BY_FIRST[first];
        if (prefixes == null || at + 1 == text.length()) {
            return SecretRange.NONE;
        }
        char second = text.charAt(at + 1);
        for (String prefix : prefixes) {
            if (prefix.charAt(1) == second && text.startsWith(prefix, at)) {
                int end = SecretRange.endOfRun(text, at, "-_.");
                while (text.charAt(end - 1) == '.') {
                    end--;
                }
                if (end - at - prefix.length() >= MIN_KEY_LENGTH) {
                    return SecretRange.of(at, end);
                }
            }
        }
        return SecretRange.NONE;
    }

    private static long credentials(String text, int at) {
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean bearer = (second | 0x20) == 'e' && text.regionMatches(true, at, "bearer", 0, 6);
        if (!bearer && ((second | 0x20) != 'a' || !text.regionMatches(true, at, "basic", 0, 5))) {
            return SecretRange.NONE;
        }
        int afterScheme = at + (bearer ? 6 : 5);
        int from = afterScheme;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from == afterScheme) {
            return SecretRange.NONE;
        }
        int to = SecretRange.endOfRun(text, from, "-._~+/=");
        boolean secret = bearer ? isBearerToken(text, at, from, to) : isUserAndPassword(text, from, to);
        return secret ? SecretRange.of(from, to) : SecretRange.NONE;
    }

    /** In prose an ordinary word follows {@code bearer}. */
    private static boolean isBearerToken(String text, int at, int from, int to) {
        boolean unlikeAWord = false;
        for (int i = from; i < to - 1; i++) {
            char c = text.charAt(i);
            unlikeAWord |= c < 'A' || c == '_' || c == '~';
        }
        int length = to - from;
        return length >= 20 || (length >= 6 && (unlikeAWord || text.charAt(at) == 'B'));
    }

    private static boolean isUserAndPassword(String text, int from, int to) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text.substring(from, to));
            return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long pem(String text, int at) {
        if (!text.startsWith(PEM, at)) {
            return SecretRange.NONE;
        }
        int from = at + PEM.length();
        int to = text.indexOf('-', from);
        return SecretRange.of(from, to < 0 ? text.length() : to);
    }

    /**
     * A JSON web token: three runs of base64url with dots between. It is looked for only where a run begins, or text
     * made of false beginnings would be scanned once for each.
     */
    private static long jwt(String text, int at) {
        if (!text.startsWith("eyJ", at) || (at > 0 && "-_".indexOf(text.charAt(at - 1)) >= 0)) {
            return SecretRange.NONE;
        }
        int header = SecretRange.endOfRun(text, at, "-_");
        if (header - at < 10 || header == text.length() || text.charAt(header) != '.') {
            return SecretRange.NONE;
        }
        int payload = SecretRange.endOfRun(text, header + 1, "-_");
        if (payload - header < 10 || payload == text.length() || text.charAt(payload) != '.') {
            return SecretRange.NONE;
        }
        return SecretRange.of(at, SecretRange.endOfRun(text, payload + 1, "-_"));
    }

    private static String[][] byFirst() {
        String[][] byFirst = new String[128][];
        for (String prefix : PREFIXES) {
            String[] known = byFirst[prefix.charAt(0)];
            String[] more = new String[known == null ? 1 : known.length + 1];
            if (known != null) {
                System.arraycopy(known, 0, more, 0, known.length);
            }
            more[more.length - 1] = prefix;
            byFirst[prefix.charAt(0)] = more;
        }
        return byFirst;
    }
}
