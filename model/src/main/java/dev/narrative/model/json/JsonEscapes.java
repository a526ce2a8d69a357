package dev.narrative.model.json;

import java.nio.charset.StandardCharsets;

/** Undoes a string's escapes; a wrong or unfinished one is left out. */
final class JsonEscapes {
    private JsonEscapes() {}

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        int i = from;
        while (i < to) {
            if (bytes[i] != '\\') {
                i++;
                continue;
            }
            append(text, bytes, plain, i);
            i++;
            if (i < to) {
                i = escape(text, bytes, i, to);
            }
            plain = i;
        }
        append(text, bytes, plain, to);
        return text.toString();
    }

    /** Takes one escape whose letter is here, and tells where the text goes on. */
    private static int escape(StringBuilder text, byte[] bytes, int at, int to) {
        switch (bytes[at]) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'u' -> {
                int code = at + 4 < to ? hex(bytes, at + 1) : -1;
                if (code < 0) {
                    return Math.min(to, at + 5);
                }
                text.append((char) code);
                return at + 5;
            }
            default -> text.append((char) (bytes[at] & 0x7f));
        }
        return at + 1;
    }

    private static int hex(byte[] bytes, int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private static void append(StringBuilder text, byte[] bytes, int from, int to) {
        if (to > from) {
            text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }
}
