package dev.narrative.benchmarks.sink;

/**
 * Counts the spans of an OTLP {@code ExportTraceServiceRequest} by walking its outer fields: request → resource_spans
 * (1) → scope_spans (2) → spans (2). What is inside a span is skipped unread.
 */
final class SpanCounter {
    private static final int[] PATH = {1, 2, 2};
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] message;
    private int position;

    private SpanCounter(byte[] message) {
        this.message = message;
    }

    /** @throws IllegalArgumentException when this is no protobuf message */
    static long count(byte[] message) {
        try {
            return new SpanCounter(message).count(message.length, 0);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Message ends in the middle of a field", e);
        }
    }

    private long count(int end, int depth) {
        long spans = 0;
        while (position < end) {
            long tag = varint();
            int wireType = (int) (tag & 7);
            switch (wireType) {
                case VARINT -> varint();
                case FIXED64 -> position += Long.BYTES;
                case FIXED32 -> position += Integer.BYTES;
                case BYTES -> spans += bytes(tag >>> 3, depth);
                default -> throw new IllegalArgumentException("Unknown wire type " + wireType);
            }
        }
        if (position != end) {
            throw new IllegalArgumentException("A field is longer than the message that holds it");
        }
        return spans;
    }

    private long bytes(long field, int depth) {
        long length = varint();
        if (length < 0 || length > message.length - position) {
            throw new IllegalArgumentException("A field is longer than the message that holds it");
        }
        int end = position + (int) length;
        if (field != PATH[depth]) {
            position = end;
            return 0;
        }
        if (depth == PATH.length - 1) {
            position = end;
            return 1;
        }
        return count(end, depth + 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number is longer than ten bytes");
    }
}
