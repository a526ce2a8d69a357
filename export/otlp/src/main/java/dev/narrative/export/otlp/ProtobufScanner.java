package dev.narrative.export.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the fields of a protobuf message that a collector answered with; it ends at the first malformed byte. */
final class ProtobufScanner {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private int position;
    private int field;
    private long number;
    private byte[] content = {};

    ProtobufScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next field; {@code false} at the end or where this is no protobuf. */
    boolean next() {
        if (position >= bytes.length) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        number = 0;
        content = new byte[0];
        switch ((int) tag & 7) {
            case VARINT -> number = varint();
            case FIXED64 -> position += Long.BYTES;
            case FIXED32 -> position += Integer.BYTES;
            case LENGTH_DELIMITED -> {
                long length = varint();
                if (length < 0 || length > bytes.length - position) {
                    return stop();
                }
                content = Arrays.copyOfRange(bytes, position, position + (int) length);
                position += (int) length;
            }
            default -> {
                return stop();
            }
        }
        return position <= bytes.length && field > 0;
    }

    int field() {
        return field;
    }

    long number() {
        return number;
    }

    byte[] content() {
        return content;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private boolean stop() {
        position = bytes.length;
        return false;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position >= bytes.length) {
                break;
            }
            byte b = bytes[position++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        position = bytes.length + 1;
        return value;
    }
}
