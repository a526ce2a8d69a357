package dev.narrative.benchmarks.report;

import java.util.List;

/** One figure of one contestant over all rounds. */
record Summary(double median, double min, double max, int rounds) {

    /** @param values at least one */
    static Summary of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to sum up");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Summary(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }

    /** The value that is farthest from zero. */
    double worst() {
        return Math.abs(min) > Math.abs(max) ? min : max;
    }
}
