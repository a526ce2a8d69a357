package dev.narrative.model.masking;

/** Knows the names under which secrets go, in any case and with any separators: {@code X-Api-Key} is {@code xapikey}. */
final class SecretNames {
    /** The letters at least of each. */
    static final int SHORTEST = 3;

    private static final int ANYWHERE = 1;
    private static final int SECRET = 1 << 1;
    private static final int AT_THE_END = 1 << 2;
    private static final int WHOLE = 1 << 3;
    private static final int WHOLE_PARAMETER = 1 << 4;

    private static final NameAutomaton WORDS = new NameAutomaton.Builder()
            .anywhere(
                    ANYWHERE,
                    "password",
                    "passwd",
                    "passphrase",
                    "credential",
                    "apikey",
                    "accesskey",
                    "privatekey",
                    "authorization",
                    "connectionstring")
            .anywhere(SECRET, "secret")
            .anywhere(
                    AT_THE_END,
                    "token",
                    "subscriptionkey",
                    "signingkey",
                    "encryptionkey",
                    "authkey",
                    "accountkey",
                    "signature")
            .atStart(
                    WHOLE,
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
                    "passcode")
            .atStart(WHOLE_PARAMETER, "key", "sig")
            .build();

    private SecretNames() {}

    static boolean isSecret(byte[] text, int from, int to) {
        return isSecret(text, from, to, WHOLE);
    }

    static boolean isSecretParameter(byte[] text, int from, int to) {
        return isSecret(text, from, to, WHOLE | WHOLE_PARAMETER);
    }

    static boolean isCookie(byte[] text, int from, int to) {
        return match("cookie", text, from, to) == to || match("setcookie", text, from, to) == to;
    }

    private static boolean isSecret(byte[] text, int from, int to, int whole) {
        if (to - from < SHORTEST) {
            return false;
        }
        int state = letter(SecretText.at(text, from)) < 0 ? NameAutomaton.ELSEWHERE : NameAutomaton.START;
        for (int i = from; i < to; i++) {
            int c = SecretText.at(text, i);
            int letter = letter(c);
            if (letter < 0) {
                state = SecretNumbers.isDigit(c) ? NameAutomaton.ELSEWHERE : state;
                continue;
            }
            state = WORDS.next(state, letter);
            int found = WORDS.marks(state);
            if ((found & ANYWHERE) != 0 || ((found & SECRET) != 0 && !isSecretary(text, i + 1, to))) {
                return true;
            }
        }
        int accepted = letter(SecretText.at(text, to - 1)) < 0 ? AT_THE_END : AT_THE_END | whole;
        return (WORDS.marks(state) & accepted) != 0;
    }

    private static boolean isSecretary(byte[] text, int afterSecret, int to) {
        return match("ar", text, afterSecret, to) >= 0;
    }

    /** Which letter of the alphabet a character is, from 0; negative for everything else. */
    private static int letter(int c) {
        int letter = (c | 0x20) - 'a';
        return letter < 26 ? letter : -1;
    }

    /** Where a word that begins exactly at {@code at} ends, separators within it passed over; -1 when it is not there. */
    private static int match(String word, byte[] text, int at, int to) {
        int i = at;
        for (int w = 0; w < word.length(); i++) {
            if (i >= to) {
                return -1;
            }
            int c = SecretText.at(text, i);
            if (w > 0 && !CharKind.is(c, CharKind.LETTER_OR_DIGIT)) {
                continue;
            }
            if ((c | 0x20) != word.charAt(w++)) {
                return -1;
            }
        }
        return i;
    }
}
