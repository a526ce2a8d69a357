package dev.narrative.core.config;

import java.util.Comparator;

/**
 * Something wrong in the configuration; what it is about is ignored, the rest holds.
 *
 * @param source the file, or where else the value came from
 * @param line the line's number from 1; 0 when there is none
 * @param what what is wrong
 * @param advice what to do about it
 */
public record ConfigProblem(String source, int line, String what, String advice) {
    /** Where lines have numbers, in their order; the others first. */
    public static final Comparator<ConfigProblem> BY_LINE = new ByLine();

    private static final class ByLine implements Comparator<ConfigProblem> {
        @Override
        public int compare(ConfigProblem a, ConfigProblem b) {
            return Integer.compare(a.line, b.line);
        }
    }

    /** The problem in one line, control characters replaced. */
    public String describe() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ").append(what);
        if (!advice.isEmpty()) {
            text.append("; ").append(advice);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }
}
