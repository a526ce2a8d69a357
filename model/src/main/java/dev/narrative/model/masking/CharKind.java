package dev.narrative.model.masking;

/** Kinds of characters, one bit each: a look into a table takes the same time whatever the text, a search does not. */
final class CharKind {
    static final int LETTER_OR_DIGIT = 1;
    static final int DIGIT = 1 << 1;
    static final int HEX = 1 << 2;

    /** What a base64url text is made of. */
    static final int BASE64_URL = 1 << 3;

    /** What keys of providers are made of. */
    static final int KEY = 1 << 4;

    /** What stands behind {@code Bearer} and {@code Basic}. */
    static final int CREDENTIALS = 1 << 5;

    /** What names of hosts are made of. */
    static final int HOST = 1 << 6;

    /** What stands before the at sign of an e-mail address. */
    static final int LOCAL_PART = 1 << 7;

    /** What names of fields, headers and parameters are made of. */
    static final int NAME = 1 << 8;

    static final int QUOTE = 1 << 9;

    /** What a value without quotes ends before. */
    static final int ENDS_VALUE = 1 << 10;

    /** What the host of a URL ends before. */
    static final int ENDS_AUTHORITY = 1 << 11;

    /** What stands before a number that is part of something else: a price, a version, an identifier, a path. */
    static final int JOINED = 1 << 12;

    /** What may stand between the area code of a phone number and the rest. */
    static final int PHONE_GAP = 1 << 13;

    /** What joins a number to what follows, where that is a digit. */
    static final int JOINS_DIGITS = 1 << 14;

    /** What an IP address of version 6 does not begin behind: it would be a part of something else. */
    static final int BEFORE_NO_ADDRESS = 1 << 15;

    /** What may stand between the groups of a phone number, beside the blank that does not break. */
    static final int PHONE_SEPARATOR = 1 << 16;

    private static final int LETTER_BIT = 17; // the uppermost, so that a shift counts

    private static final int[] KINDS = kinds();

    private CharKind() {}

    /** The kinds that a character of a {@link SecretText} is of. */
    static int of(int c) {
        return KINDS[c & 0xff];
    }

    /** Whether a character is of any of these kinds. */
    static boolean is(int c, int kinds) {
        return (of(c) & kinds) != 0;
    }

    /** 1 for the kinds of a letter, 0 for all else. */
    static int countLetter(int kinds) {
        return kinds >>> LETTER_BIT;
    }

    /** The end of the run of characters of these kinds that begins at {@code at}. */
    static int endOfRun(byte[] text, int at, int kinds) {
        int end = at;
        int length = text.length;
        while (end < length && is(SecretText.at(text, end), kinds)) {
            end++;
        }
        return end;
    }

    private static int[] kinds() {
        int[] kinds = new int[256];
        mark(kinds, "0123456789", DIGIT | HEX);
        mark(kinds, "abcdefABCDEF", HEX);
        for (int c = '0'; c <= 'z'; c++) {
            if (c <= '9' || (c >= 'A' && c <= 'Z') || c >= 'a') {
                kinds[c] |= c > '9' ? 1 << LETTER_BIT : 0;
                kinds[c] |=
                        LETTER_OR_DIGIT | BASE64_URL | KEY | CREDENTIALS | HOST | LOCAL_PART | NAME | BEFORE_NO_ADDRESS;
            }
        }
        mark(kinds, "-_", BASE64_URL);
        mark(kinds, "-_.", KEY);
        mark(kinds, "-._~+/=", CREDENTIALS);
        mark(kinds, ".-", HOST);
        mark(kinds, "._%+-", LOCAL_PART);
        mark(kinds, "_-.$", NAME);
        mark(kinds, "\"'", QUOTE);
        mark(kinds, "&;,\"'<>{}[]()\\", ENDS_VALUE);
        mark(kinds, "/?#\"'<>\\", ENDS_AUTHORITY);
        for (int c = 0; c <= ' '; c++) {
            kinds[c] |= ENDS_VALUE | ENDS_AUTHORITY;
        }
        mark(kinds, "_.-,+*^#%$/\\", JOINED);
        mark(kinds, " -/.", PHONE_GAP);
        mark(kinds, ".,:/-", JOINS_DIGITS);
        mark(kinds, "-_:./@", BEFORE_NO_ADDRESS);
        mark(kinds, " -./()", PHONE_SEPARATOR);
        return kinds;
    }

    private static void mark(int[] kinds, String characters, int kind) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] |= kind;
        }
    }
}
