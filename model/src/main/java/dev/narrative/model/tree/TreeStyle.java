package dev.narrative.model.tree;

/**
 * How a tree is drawn.
 *
 * @param width the characters of a line at most
 * @param ascii whether it keeps to ASCII, for terminals that show nothing else
 * @param colour whether errors, bars and heads are coloured by ANSI sequences
 */
public record TreeStyle(int width, boolean ascii, boolean colour) {
    private static final int MIN_WIDTH = 60;

    public TreeStyle {
        width = Math.max(MIN_WIDTH, width);
    }

    String branch(boolean last) {
        if (ascii) {
            return last ? "`- " : "|- ";
        }
        return last ? "└─ " : "├─ ";
    }

    String trunk(boolean last) {
        if (last) {
            return "   ";
        }
        return ascii ? "|  " : "│  ";
    }

    char block() {
        return ascii ? '#' : '█';
    }

    /** A bar that is shorter than a block. */
    char sliver() {
        return ascii ? '|' : '▏';
    }

    String ellipsis() {
        return ascii ? "..." : "…";
    }

    String arrow() {
        return ascii ? "->" : "→";
    }

    String error() {
        return ascii ? "x" : "✗";
    }

    String red(String text) {
        return paint("31", text);
    }

    String cyan(String text) {
        return paint("36", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
