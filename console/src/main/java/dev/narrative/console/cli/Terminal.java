package dev.narrative.console.cli;

import dev.narrative.model.tree.TreeStyle;

/**
 * What standard output is.
 *
 * @param interactive whether a person sees it: aligned, truncated and coloured; else whole and plain
 * @param width the characters of a line at most
 * @param colour whether ANSI sequences are understood and wanted
 * @param ascii whether nothing else is shown
 */
record Terminal(boolean interactive, int width, boolean colour, boolean ascii) {
    /** Lines of text in a pipe end here, so that one long name does not pad all the others. */
    static final int PIPE_WIDTH = 240;

    static final Terminal PIPE = new Terminal(false, PIPE_WIDTH, false, false);

    TreeStyle treeStyle() {
        return new TreeStyle(width, ascii, colour);
    }

    String red(String text) {
        return paint("31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String cyan(String text) {
        return paint("36", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String ellipsis() {
        return ascii ? "..." : "…";
    }

    String arrow() {
        return ascii ? "->" : "→";
    }

    String errorSign() {
        return ascii ? "x" : "✗";
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
