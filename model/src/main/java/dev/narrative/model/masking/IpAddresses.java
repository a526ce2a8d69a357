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
    static boolean mayGoOn(String text, int dot) {
        int i = dot + 1;
        while (i < dot + 4 && SecretNumbers.isDigitAt(text, i)) {
            i++;
        }
        return i > dot + 1 && i < text.length() && text.charAt(i) == '.';
    }

    /** Four numbers with dots between, from {@code at}, where something begins apart from what stands before. */
    static long v4(String text, int at) {
        if (namesAServer(text, at)) {
            return SecretRange.NONE;
        }
        int to = endOfV4(text, at);
        if (to - at - 3 < MIN_V4_DIGITS || isVersion(text, at)) {
            return SecretRange.NONE; // numbers of chapters and versions are shorter
        }
        boolean special = text.startsWith("0.", at) || text.startsWith("127.", at) || text.startsWith("255.", at);
        return special ? SecretRange.NONE : SecretRange.of(at, to);
    }

    /** Whether a colon may be the first of an address, by what stands around it. */
    static boolean mayHaveFirst(String text, int colon, int start) {
        int behind = colon + 1;
        boolean compressed = behind < text.length() && text.charAt(behind) == ':';
        behind += compressed ? 1 : 0;
        if (behind >= text.length() || !CharKind.is(text.charAt(behind), CharKind.HEX)) {
            return false;
        }
        int from = startOfHex(text, colon, start);
        return (from < colon || compressed)
                && (from == start || !CharKind.is(text.charAt(from - 1), CharKind.BEFORE_NO_ADDRESS));
    }

    /** Groups of hex digits around a colon, which {@linkplain #mayHaveFirst may be} the first of them. */
    static long v6(String text, int colon, int start) {
        int from = startOfHex(text, colon, start);
        boolean host = from > start + 1 && text.charAt(from - 1) == '[' && namesAServer(text, from - 1);
        return host ? SecretRange.NONE : groups(text, from, colon);
    }

    /** Where the four hex digits at most begin that end here. */
    private static int startOfHex(String text, int end, int start) {
        int from = end;
        while (from > start && end - from < 4 && CharKind.is(text.charAt(from - 1), CharKind.HEX)) {
            from--;
        }
        return from;
    }

    private static long groups(String text, int from, int colon) {
        int length = text.length();
        int groups = from == colon ? 0 : 1;
        boolean digit = hasDigit(text, from, colon);
        int i = colon;
        int end = colon;
        boolean gap = false;
        while (groups < MAX_GROUPS && i < length && text.charAt(i) == ':') {
            i++;
            if (i < length && text.charAt(i) == ':') {
                if (gap) {
                    return SecretRange.NONE;
                }
                gap = true;
                end = ++i;
            }
            int group = i;
            while (i < length && i - group < 4 && CharKind.is(text.charAt(i), CharKind.HEX)) {
                i++;
            }
            if (i == group) {
                break;
            }
            groups++;
            digit |= hasDigit(text, group, i);
            end = i;
        }
        int mapped = gap && end < length && text.charAt(end) == '.' ? endOfV4(text, startOfGroup(text, end)) : -1;
        boolean whole = mapped > 0 || (groups == MAX_GROUPS && !gap) || (gap && digit && groups >= 2);
        end = Math.max(end, mapped);
        boolean apart = end == length || (!isJoined(text.charAt(end)) && text.charAt(end) != ':');
        return whole && apart ? SecretRange.of(from, end) : SecretRange.NONE;
    }

    private static int startOfGroup(String text, int end) {
        int from = end;
        while (from > 0 && SecretNumbers.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean isJoined(char c) {
        return CharKind.is(c, CharKind.BASE64_URL);
    }

    private static boolean namesAServer(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '/' || text.charAt(at - 1) == '@');
    }

    private static boolean isVersion(String text, int at) {
        return at >= VERSION.length() && text.regionMatches(true, at - VERSION.length(), VERSION, 0, VERSION.length());
    }

    /** Where an address of four numbers from {@code at} ends; -1 when there is none. */
    private static int endOfV4(String text, int at) {
        int i = at;
        for (int part = 0; part < 4; part++) {
            if (part > 0) {
                if (i == text.length() || text.charAt(i) != '.') {
                    return -1;
                }
                i++;
            }
            int from = i;
            int value = 0;
            while (i - from < 4 && SecretNumbers.isDigitAt(text, i)) {
                value = value * 10 + (text.charAt(i++) - '0');
            }
            if (i == from || value > 255 || (text.charAt(from) == '0' && i - from > 1)) {
                return -1;
            }
        }
        boolean goesOn = i < text.length()
                && (isJoined(text.charAt(i))
                        || (text.charAt(i) == '.'
                                && i + 1 < text.length()
                                && CharKind.is(text.charAt(i + 1), CharKind.LETTER_OR_DIGIT)));
        return goesOn ? -1 : i;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SecretNumbers.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
