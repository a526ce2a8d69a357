package dev.narrative.console.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Durations counted in steps of which five make ten times as long. */
public final class DurationHistogram {
    private static final double STEPS_TO_TEN = 5;

    /** A step; from its beginning on, and up to its end without it. */
    public record Bucket(long fromNanos, long toNanos, long count, long errors) {}

    private final TreeMap<Integer, long[]> counts = new TreeMap<>();

    public void add(long nanos, boolean failed) {
        long[] count = counts.computeIfAbsent(stepOf(nanos), added -> new long[2]);
        count[0]++;
        count[1] += failed ? 1 : 0;
    }

    /** The steps from the first to the last that something was counted in. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        if (!counts.isEmpty()) {
            for (int step = counts.firstKey(); step <= counts.lastKey(); step++) {
                long[] count = counts.getOrDefault(step, new long[2]);
                buckets.add(new Bucket(beginOf(step), beginOf(step + 1), count[0], count[1]));
            }
        }
        return buckets;
    }

    private static int stepOf(long nanos) {
        int step = (int) Math.floor(Math.log10((double) Math.max(1, nanos)) * STEPS_TO_TEN);
        // Rounding may miss by one where a step begins.
        if (nanos >= beginOf(step + 1)) {
            return step + 1;
        }
        return nanos < beginOf(step) ? Math.max(0, step - 1) : step;
    }

    private static long beginOf(int step) {
        return Math.round(Math.pow(10, step / STEPS_TO_TEN));
    }
}
