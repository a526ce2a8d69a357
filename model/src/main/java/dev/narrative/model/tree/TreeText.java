package dev.narrative.model.tree;

/** Text for a terminal: without control characters, cut to a width that is counted in code points. */
final class TreeText {
    private TreeText() {}

    /** A text in one line, its control characters replaced, so that no span can steer the terminal. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                StringBuilder clean = new StringBuilder(text);
                for (int at = i; at < clean.length(); at++) {
                    if (isControl(clean.charAt(at))) {
                        clean.setCharAt(at, ' ');
                    }
                }
                return clean.toString();
            }
        }
        return text;
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    static String fit(String text, int width, TreeStyle style) {
        if (width(text) <= width) {
            return text;
        }
        String ellipsis = style.ellipsis();
        int kept = Math.max(0, width - ellipsis.length());
        return text.substring(0, text.offsetByCodePoints(0, kept)) + ellipsis;
    }

    static void pad(StringBuilder line, int blanks) {
        for (int i = 0; i < blanks; i++) {
            line.append(' ');
        }
    }

    static String tokens(long input, long output, TreeStyle style) {
        return Quantities.count(input) + style.arrow() + Quantities.count(output);
    }

    private static boolean isControl(char c) {
        boolean steersDirection = (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e);
        return c < ' ' || (c >= 0x7f && c <= 0x9f) || steersDirection || c == 0x2028 || c == 0x2029;
    }
}
