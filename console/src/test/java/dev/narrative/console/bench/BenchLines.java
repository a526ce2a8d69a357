package dev.narrative.console.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What a benchmark prints: a figure in each line and, where the project promises one, the bar and whether it holds. */
final class BenchLines {
    private final PrintStream out;
    private int held;
    private int missed;

    BenchLines(PrintStream out) {
        this.out = out;
    }

    /** Milliseconds that passed and that the processor worked; the first has to be below the bar. */
    void below(double bar, String what, double wall, double cpu) {
        line(what, wall, "ms", worked(cpu), verdict(wall < bar, "< " + number(bar) + " ms"));
    }

    /** Milliseconds that have to be below the bar. */
    void below(double bar, String what, double wall) {
        line(what, wall, "ms", "", verdict(wall < bar, "< " + number(bar) + " ms"));
    }

    /** A figure that has to be at least that of the bar. */
    void atLeast(double bar, String what, double value, String unit) {
        line(what, value, unit, "", verdict(value >= bar, ">= " + number(bar) + " " + unit));
    }

    /** A figure that has to be at most that of the bar. */
    void atMost(double bar, String what, double value, String unit) {
        line(what, value, unit, "", verdict(value <= bar, "<= " + number(bar) + " " + unit));
    }

    /** A figure that nothing is promised of. */
    void plain(String what, double value, String unit) {
        line(what, value, unit, "", "");
    }

    /** Milliseconds that nothing is promised of. */
    void plain(String what, double wall, double cpu) {
        line(what, wall, "ms", worked(cpu), "");
    }

    /** How many bars hold. */
    void end() {
        out.printf(Locale.ROOT, "%d of %d bars hold%n", held, held + missed);
    }

    private String verdict(boolean holds, String bar) {
        if (holds) {
            held++;
        } else {
            missed++;
        }
        return bar + (holds ? "  holds" : "  MISSED");
    }

    private static String worked(double cpu) {
        return String.format(Locale.ROOT, "%,.1f ms worked", cpu);
    }

    private static String number(double bar) {
        return String.format(Locale.ROOT, "%,.0f", bar);
    }

    private void line(String what, double value, String unit, String worked, String verdict) {
        String line = String.format(Locale.ROOT, "%-40s %,12.1f %-8s %18s  %s", what, value, unit, worked, verdict);
        out.println(line.stripTrailing());
    }
}
