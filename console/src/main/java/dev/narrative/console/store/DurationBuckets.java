package dev.narrative.console.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * Durations counted in buckets that are each two percent wider than the one before, so that percentiles of any sum of
 * them are right within one percent.
 */
public final class DurationBuckets {
    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = Math.log(GROWTH);

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long total;

    /** The bucket of a duration. */
    public static int bucketOf(long nanos) {
        return nanos <= 1 ? 0 : (int) Math.ceil(Math.log((double) nanos) / LOG_GROWTH);
    }

    public void add(int bucket, long count) {
        counts.merge(bucket, count, Long::sum);
        total += count;
    }

    public long total() {
        return total;
    }

    /** The duration in nanoseconds below which this part of all lies, from 0 to 1; 0 where nothing was counted. */
    public long percentile(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * total));
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                // The point from which both ends of the bucket are equally far, in parts of the value.
                return Math.round(2 * Math.pow(GROWTH, entry.getKey()) / (GROWTH + 1));
            }
        }
        return 0;
    }
}
