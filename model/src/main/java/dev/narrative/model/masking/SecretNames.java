package dev.narrative.model.masking;

/**
 * Knows the names under which secrets go, in any case and with any separators: {@code X-Api-Key} is {@code xapikey}.
 * Most names are dismissed by the set of their letters alone.
 */
final class SecretNames {
    private static final String[] ANYWHERE = {
        "password",
        "passwd",
        "passphrase",
        "secret",
        "credential",
        "apikey",
        "accesskey",
        "privatekey",
        "authorization",
        "connectionstring"
    };
    private static final String[] AT_THE_END = {
        "token", "subscriptionkey", "signingkey", "encryptionkey", "authkey", "accountkey", "signature"
    };
    private static final String[] WHOLE = {
        "auth",
        "xauth",
        "pwd",
        "pass",
        "cookie",
        "cookies",
        "setcookie",
        "jwt",
        "jsessionid",
        "phpsessid",
        "cvv",
        "cvc",
        "ssn",
        "passcode"
    };
    private static final String[] WHOLE_PARAMETER = {"key", "sig"};

    private static final int SHORTEST = 3;

    private static final int[] ANYWHERE_LETTERS = letters(ANYWHERE);
    private static final int[] AT_THE_END_LETTERS = letters(AT_THE_END);
    private static final int[] WHOLE_LETTERS = letters(WHOLE);
    private static final int[] WHOLE_PARAMETER_LETTERS = letters(WHOLE_PARAMETER);

    private SecretNames() {}

    static boolean isSecret(String text, int from, int to) {
        if (to - from < SHORTEST) {
            return false;
        }
        int letters = letters(text, from, to);
        return contains(text, from, to, letters)
                || isWhole(text, from, to, letters, WHOLE, WHOLE_LETTERS)
                || endsWith(text, from, to, letters);
    }

    static boolean isCookie(String text, int from, int to) {
        return match("cookie", text, from, to) == to || match("setcookie", text, from, to) == to;
    }

    static boolean isSecretParameter(String text, int from, int to) {
        return isWhole(text, from, to, letters(text, from, to), WHOLE_PARAMETER, WHOLE_PARAMETER_LETTERS)
                || isSecret(text, from, to);
    }

    private static boolean contains(String text, int from, int to, int letters) {
        for (int w = 0; w < ANYWHERE.length; w++) {
            if ((letters & ANYWHERE_LETTERS[w]) != ANYWHERE_LETTERS[w]) {
                continue;
            }
            String word = ANYWHERE[w];
            for (int i = from; i < to; i++) {
                int end = match(word, text, i, to);
                if (end >= 0 && !(word.equals("secret") && match("ar", text, end, to) >= 0)) { // secretary
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsWith(String text, int from, int to, int letters) {
        for (int w = 0; w < AT_THE_END.length; w++) {
            if ((letters & AT_THE_END_LETTERS[w]) != AT_THE_END_LETTERS[w]) {
                continue;
            }
            if (isSuffix(AT_THE_END[w], text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuffix(String word, String text, int from, int to) {
        int i = to;
        for (int w = word.length() - 1; w >= 0; ) {
            if (--i < from) {
                return false;
            }
            char c = text.charAt(i);
            if (SecretRange.isLetterOrDigit(c) && (c | 0x20) != word.charAt(w--)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(String text, int from, int to, int letters, String[] words, int[] wordLetters) {
        for (int w = 0; w < words.length; w++) {
            if (letters == wordLetters[w] && match(words[w], text, from, to) == to) {
                return true;
            }
        }
        return false;
    }

    /** Where a word that begins exactly at {@code at} ends, separators within it passed over; -1 when it is not there. */
    private static int match(String word, String text, int at, int to) {
        int i = at;
        for (int w = 0; w < word.length(); i++) {
            if (i >= to) {
                return -1;
            }
            char c = text.charAt(i);
            if (w > 0 && !SecretRange.isLetterOrDigit(c)) {
                continue;
            }
            if ((c | 0x20) != word.charAt(w++)) {
                return -1;
            }
        }
        return i;
    }

    private static int letters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            int letter = (text.charAt(i) | 0x20) - 'a';
            if (letter >= 0 && letter < 26) {
                letters |= 1 << letter;
            }
        }
        return letters;
    }

    private static int[] letters(String[] words) {
        int[] letters = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            letters[i] = letters(words[i], 0, words[i].length());
        }
        return letters;
    }
}
