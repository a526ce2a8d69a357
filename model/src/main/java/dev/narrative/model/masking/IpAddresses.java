package dev.narrative.model.masking;

/**
 * Finds IP addresses of both versions. Left alone are the host of a URL and what follows a slash or an at sign
 * otherwise, which names a server (or a product's version) and no person; loopback, netmasks and the unspecified address.
 */
final class IpAddresses {
    private static final int MIN_V4_DIGITS = 6;
    private static final int MAX_GROUPS = 8;
    private static final String VERSION = "version ";

    private IpAddresses() {}

    /** Whether another dot follows this one as in an address: most numbers with a dot have no other. */
    static boolean mayGoOn(byte[] text, int dot) {
        int i = dot + 1;
        while (i < dot + 4 && SecretNumbers.isDigitAt(text, i)) {
            i++;
        }
        return i > dot + 1 && i < text.length && SecretText.at(text, i) == '.';
    }

    /** Four numbers with dots between, from {@code at}, where something begins apart from what stands before. */
    static long v4(byte[] text, int at) {
        if (namesAServer(text, at)) {
            return SecretRange.NONE;
        }
        int to = endOfV4(text, at);
        if (to - at - 3 < MIN_V4_DIGITS || isVersion(text, at)) {
            return SecretRange.NONE; // numbers of chapters and versions are shorter
        }
        boolean special = SecretText.startsWith(text, "0.", at)
                || SecretText.startsWith(text, "127.", at)
                || SecretText.startsWith(text, "255.", at);
        return special ? SecretRange.NONE : SecretRange.of(at, to);
    }

    /** Whether a colon may be the first of an address, by what stands around it. */
    static boolean mayHaveFirst(byte[] text, int colon, int start) {
        int behind = colon + 1;
        boolean compressed = behind < text.length && SecretText.at(text, behind) == ':';
        behind += compressed ? 1 : 0;
        if (behind >= text.length || !CharKind.is(SecretText.at(text, behind), CharKind.HEX)) {
            return false;
        }
        int from = startOfHex(text, colon, start);
        return (from < colon || (compressed && groupGoesOn(text, behind)))
                && (from == start || !CharKind.is(SecretText.at(text, from - 1), CharKind.BEFORE_NO_ADDRESS));
    }

    /** Whether more follows the group that begins here, as it must when it is the first. */
    private static boolean groupGoesOn(byte[] text, int at) {
        int end = at;
        while (end < text.length && end - at < 4 && CharKind.is(SecretText.at(text, end), CharKind.HEX)) {
            end++;
        }
        return end < text.length && (SecretText.at(text, end) == ':' || SecretText.at(text, end) == '.');
    }

    /** Groups of hex digits around a colon, which {@linkplain #mayHaveFirst may be} the first of them. */
    static long v6(byte[] text, int colon, int start) {
        int from = startOfHex(text, colon, start);
        boolean host = from > start + 1 && SecretText.at(text, from - 1) == '[' && namesAServer(text, from - 1);
        return host ? SecretRange.NONE : groups(text, from, colon);
    }

    /** Where the four hex digits at most begin that end here. */
    private static int startOfHex(byte[] text, int end, int start) {
        int from = end;
        while (from > start && end - from < 4 && CharKind.is(SecretText.at(text, from - 1), CharKind.HEX)) {
            from--;
        }
        return from;
    }

    private static long groups(byte[] text, int from, int colon) {
        int length = text.length;
        int groups = from == colon ? 0 : 1;
        boolean digit = hasDigit(text, from, colon);
        int i = colon;
        int end = colon;
        boolean gap = false;
        while (groups < MAX_GROUPS && i < length && SecretText.at(text, i) == ':') {
            i++;
            if (i < length && SecretText.at(text, i) == ':') {
                if (gap) {
                    return SecretRange.NONE;
                }
                gap = true;
                end = ++i;
            }
            int group = i;
            while (i < length && i - group < 4 && CharKind.is(SecretText.at(text, i), CharKind.HEX)) {
                digit |= SecretText.at(text, i) <= '9';
                i++;
            }
            if (i == group) {
                break;
            }
            groups++;
            end = i;
        }
        int mapped =
                gap && end < length && SecretText.at(text, end) == '.' ? endOfV4(text, startOfGroup(text, end)) : -1;
        boolean whole = mapped > 0 || (groups == MAX_GROUPS && !gap) || (gap && digit && groups >= 2);
        end = Math.max(end, mapped);
        boolean apart = end == length || (!isJoined(SecretText.at(text, end)) && SecretText.at(text, end) != ':');
        return whole && apart ? SecretRange.of(from, end) : SecretRange.NONE;
    }

    private static int startOfGroup(byte[] text, int end) {
        int from = end;
        while (from > 0 && SecretNumbers.isDigit(SecretText.at(text, from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean isJoined(int c) {
        return CharKind.is(c, CharKind.BASE64_URL);
    }

    private static boolean namesAServer(byte[] text, int at) {
        return at > 0 && (SecretText.at(text, at - 1) == '/' || SecretText.at(text, at - 1) == '@');
    }

    private static boolean isVersion(byte[] text, int at) {
        return at >= VERSION.length() && SecretText.matches(text, VERSION, at - VERSION.length());
    }

    /** Where an address of four numbers from {@code at} ends; -1 when there is none. */
    private static int endOfV4(byte[] text, int at) {
        int i = at;
        for (int part = 0; part < 4; part++) {
            if (part > 0) {
                if (i == text.length || SecretText.at(text, i) != '.') {
                    return -1;
                }
                i++;
            }
            int from = i;
            int value = 0;
            while (i - from < 4 && SecretNumbers.isDigitAt(text, i)) {
                value = value * 10 + (SecretText.at(text, i++) - '0');
            }
            if (i == from || value > 255 || (SecretText.at(text, from) == '0' && i - from > 1)) {
                return -1;
            }
        }
        boolean goesOn = i < text.length
                && (isJoined(SecretText.at(text, i))
                        || (SecretText.at(text, i) == '.'
                                && i + 1 < text.length
                                && CharKind.is(SecretText.at(text, i + 1), CharKind.LETTER_OR_DIGIT)));
        return goesOn ? -1 : i;
    }

    private static boolean hasDigit(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SecretNumbers.isDigit(SecretText.at(text, i))) {
                return true;
            }
        }
        return false;
    }
}
