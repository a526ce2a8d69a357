package dev.narrative.model.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes that end something, eight at a time: most of a stream is passed over in this way. */
public final class ByteSearch {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /** Where the first of two bytes stands, {@code to} when neither is there. */
    public static int first(byte one, byte other, byte[] source, int from, int to) {
        long ones = ONES * one;
        long others = ONES * other;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(source, at);
            long found = zeroes(eight ^ ones) | zeroes(eight ^ others);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && source[at] != one && source[at] != other) {
            at++;
        }
        return at;
    }

    /** Has the top bit of each byte that is zero, and maybe of higher ones above the lowest such byte. */
    private static long zeroes(long eight) {
        return (eight - ONES) & ~eight & TOP_BITS;
    }
}
