package dev.narrative.model.tree;

/** Text of traces for one line of a terminal or a table, its width counted in code points. */
public final class TerminalText {
    private TerminalText() {}

    /** One line without anything that could steer a terminal. */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return text.codePoints().noneMatch(TerminalText::steers) ? text : replaced(text);
            }
        }
        return text;
    }

    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text with a mark where it was cut. */
    public static String fit(String text, int width, String ellipsis) {
        if (width(text) <= width) {
            return text;
        }
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

    private static String replaced(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(steers(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
