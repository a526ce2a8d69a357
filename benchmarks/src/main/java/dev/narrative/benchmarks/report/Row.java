package dev.narrative.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param figure {@code experiment.figure}
 * @param what in words, with the unit
 * @param decimals how many are shown
 * @param bar {@code null} where the design sets none and the figure only explains others
 */
record Row(
        String figure, String what, int decimals, @Nullable Bar bar) {
    static Row barred(String figure, String what, int decimals, Bar bar) {
        return new Row(figure, what, decimals, bar);
    }

    static Row plain(String figure, String what, int decimals) {
        return new Row(figure, what, decimals, null);
    }
}
