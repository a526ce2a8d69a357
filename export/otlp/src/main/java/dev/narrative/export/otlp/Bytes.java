package dev.narrative.export.otlp;

/**
 * Whole numbers as bytes. Plain shifts: the first view of an array as numbers costs a start-up two milliseconds and a dozen
 * classes of {@code java.lang.invoke}, and a span has only five such numbers.
 */
final class Bytes {
    private Bytes() {}

    /** Lowest byte first, as protobuf's fixed numbers are. */
    static void putFixed32(byte[] target, int at, int value) {
        target[at] = (byte) value;
        target[at + 1] = (byte) (value >> 8);
        target[at + 2] = (byte) (value >> 16);
        target[at + 3] = (byte) (value >> 24);
    }

    /** Lowest byte first, as protobuf's fixed numbers are. */
    static void putFixed64(byte[] target, int at, long value) {
        putFixed32(target, at, (int) value);
        putFixed32(target, at + 4, (int) (value >> 32));
    }

    /** Highest byte first, as ids are. */
    static void putId(byte[] target, int at, long id) {
        putFixed64(target, at, Long.reverseBytes(id));
    }
}
