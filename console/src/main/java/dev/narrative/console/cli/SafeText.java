package dev.narrative.console.cli;

/** Text of traces for one line of a terminal or a table. */
final class SafeText {
    private SafeText() {}

    /** One line without anything that could steer a terminal. */
    static String line(String text) {
        return text.codePoints().noneMatch(SafeText::steers) ? text : replaced(text);
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text with a mark where it was cut. */
    static String fit(String text, int width, String ellipsis) {
        if (width(text) <= width) {
            return text;
        }
        int kept = Math.max(0, width - ellipsis.length());
        return text.substring(0, text.offsetByCodePoints(0, kept)) + ellipsis;
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
