package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.sql.CallSums;
import dev.narrative.console.store.sql.CallTotals;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Sums of calls in the bytes of one column: reading a row costs most by the column. Numbers of seven bits a byte, the
 * cost as a double, then durations and first tokens: how many buckets, and of each the distance from the one before and
 * the count.
 */
final class CallSumsCodec {
    private CallSumsCodec() {}

    static byte[] encode(CallSums sums) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        CallTotals totals = sums.totals();
        write(totals.errors(), out);
        write(totals.unpriced(), out);
        write(totals.priced(), out);
        write(totals.inputTokens(), out);
        write(totals.outputTokens(), out);
        out.writeBytes(
                ByteBuffer.allocate(Double.BYTES).putDouble(totals.cost()).array());
        write(sums.durations(), out);
        write(sums.firstTokens(), out);
        return out.toByteArray();
    }

    /** Adds what was encoded so many times; -1 takes it away. */
    static void addTo(CallSums sums, byte[] encoded, int times) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        long errors = read(in);
        long unpriced = read(in);
        long priced = read(in);
        long inputTokens = read(in);
        long outputTokens = read(in);
        sums.add(new CallTotals(errors, unpriced, priced, inputTokens, outputTokens, in.getDouble()), times);
        read(sums.durations(), in, times);
        read(sums.firstTokens(), in, times);
    }

    private static void write(DurationBuckets buckets, ByteArrayOutputStream out) {
        long[] size = {0};
        buckets.forEach((bucket, count) -> size[0]++);
        write(size[0], out);
        int[] before = {0};
        buckets.forEach((bucket, count) -> {
            write(bucket - before[0], out);
            write(count, out);
            before[0] = bucket;
        });
    }

    private static void read(DurationBuckets buckets, ByteBuffer in, int times) {
        int bucket = 0;
        for (long left = read(in); left > 0; left--) {
            bucket += (int) read(in);
            buckets.add(bucket, times * read(in));
        }
    }

    private static void write(long number, ByteArrayOutputStream out) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        while (true) {
            byte next = in.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
            shift += 7;
        }
    }
}
