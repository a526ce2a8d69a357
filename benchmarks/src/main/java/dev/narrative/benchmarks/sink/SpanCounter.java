package dev.narrative.benchmarks.sink;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * Counts the spans of an OTLP {@code ExportTraceServiceRequest} by walking its outer fields: request → resource_spans
 * (1) → scope_spans (2) → spans (2). What is inside a span is skipped unread, but for its id (2) where that is asked for.
 */
final class SpanCounter {
    private static final int[] SPANS = {1, 2, 2};
    private static final int[] IDS = {1, 2, 2, 2};
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] message;
    private final int[] path;
    private final LongConsumer ids;
    private int position;

    private SpanCounter(byte[] message, int[] path, LongConsumer ids) {
        this.message = message;
        this.path = path;
        this.ids = ids;
    }

    /** @throws IllegalArgumentException when this is no protobuf message */
    static long count(byte[] message) {
        return walk(message, SPANS, id -> {});
    }

    /**
     * Hands over the id of each span.
     *
     * @throws IllegalArgumentException when this is no protobuf message
     */
    static void ids(byte[] message, LongConsumer ids) {
        walk(message, IDS, ids);
    }

    private static long walk(byte[] message, int[] path, LongConsumer ids) {
        try {
            return new SpanCounter(message, path, ids).count(message.length, 0);
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
        if (field != path[depth]) {
            position = end;
            return 0;
        }
        if (depth == path.length - 1) {
            if (path == IDS) {
                ids.accept(ByteBuffer.wrap(message, position, Long.BYTES).getLong());
            }
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
