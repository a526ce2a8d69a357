package dev.narrative.console.store;

/**
 * Durations counted in buckets that are each two percent wider than the one before, so that percentiles of any sum of
 * them are right within one percent.
 */
public final class DurationBuckets {
    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = Math.log(GROWTH);
    private static final int SLACK = 32;

    /** Takes buckets in their order. */
    public interface Sink {
        void bucket(int bucket, long count);
    }

    /** The counts of the buckets from {@link #first} on: those of a group lie close together. */
    private long[] counts = {};

    private int first;
    private long total;

    /** The bucket of a duration. */
    public static int bucketOf(long nanos) {
        return nanos <= 1 ? 0 : (int) Math.ceil(Math.log((double) nanos) / LOG_GROWTH);
    }

    /** Adds to a bucket, from 0 on; a negative count takes away what was added before. */
    public void add(int bucket, long count) {
        if (bucket < first || bucket >= first + counts.length) {
            makeRoomFor(bucket);
        }
        counts[bucket - first] += count;
        total += count;
    }

    public long total() {
        return total;
    }

    /** Tells the buckets that something was counted in. */
    public void forEach(Sink sink) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                sink.bucket(first + i, counts[i]);
            }
        }
    }

    /** The duration in nanoseconds below which this part of all lies, from 0 to 1; 0 where nothing was counted. */
    public long percentile(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                // The point from which both ends of the bucket are equally far, in parts of the value.
                return Math.round(2 * Math.pow(GROWTH, first + i) / (GROWTH + 1));
            }
        }
        return 0;
    }

    private void makeRoomFor(int bucket) {
        if (counts.length == 0) {
            first = Math.max(0, bucket - SLACK);
            counts = new long[2 * SLACK];
            return;
        }
        int from = Math.min(first, Math.max(0, bucket - SLACK));
        int to = Math.max(first + counts.length, bucket + SLACK);
        long[] grown = new long[to - from];
        System.arraycopy(counts, 0, grown, first - from, counts.length);
        first = from;
        counts = grown;
    }
}
