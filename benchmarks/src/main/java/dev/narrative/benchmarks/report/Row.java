package dev.narrative.benchmarks.report;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param figure {@code experiment.figure}
 * @param what in words, with the unit
 * @param decimals how many are shown
 * @param bar {@code null} where the design sets none and the figure only explains others
 * @param loss the figure that counts the spans lost while this one was measured; {@code null} where none are counted
 */
record Row(
        String figure,
        String what,
        int decimals,
        @Nullable Bar bar,
        @Nullable String loss) {
    static Row barred(String figure, String what, int decimals, Bar bar) {
        return new Row(figure, what, decimals, bar, null);
    }

    static Row plain(String figure, String what, int decimals) {
        return new Row(figure, what, decimals, null, null);
    }

    /** A cost is worth nothing when the spans that it is the cost of did not arrive. */
    Row unlessLost(String lossFigure) {
        return new Row(figure, what, decimals, bar, lossFigure);
    }

    Verdict judge(Results results) {
        if (bar == null) {
            return Verdict.NONE;
        }
        OptionalDouble lost = loss == null ? OptionalDouble.empty() : Measure.WORST.of(loss, results);
        return lost.orElse(0) == 0 ? bar.judge(figure, results) : Verdict.VOID;
    }
}
