package dev.narrative.benchmarks.workload;

import java.util.Arrays;

/** What one kind of thing took each time, in nanoseconds. */
final class Durations {
    private long[] all = new long[1_024];
    private int count;

    void add(long nanos) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = nanos;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Zero when there were none. */
    long median() {
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2];
    }
}
