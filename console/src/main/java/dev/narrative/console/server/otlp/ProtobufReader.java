package dev.narrative.console.server.otlp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads the fields of one protobuf message, in the order in which they come. Whoever calls {@link #next} has taken or
 * skipped the field before.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">protobuf's encoding</a>
 */
final class ProtobufReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    private final byte[] bytes;
    private final Parts parts;
    private final int end;
    private int at;
    private int field;
    private int wireType;

    ProtobufReader(byte[] bytes, int offset, int length, Parts parts) {
        this.bytes = bytes;
        this.parts = parts;
        at = offset;
        end = offset + length;
    }

    /** A reader that begins where this one stands. */
    ProtobufReader copy() {
        return new ProtobufReader(bytes, at, end - at, parts);
    }

    /** Goes to the next field; false at the end. */
    boolean next() throws IOException {
        if (at >= end) {
            return false;
        }
        long tag = readVarint();
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        if (field <= 0 || tag >>> 32 != 0) {
            throw malformed();
        }
        return true;
    }

    int field() {
        return field;
    }

    /** Whether the field has this number and is encoded so; one that is encoded in another way is none that we know. */
    boolean is(int number, int type) {
        return field == number && wireType == type;
    }

    long varint() throws IOException {
        return readVarint();
    }

    long fixed64() throws IOException {
        need(8);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xff);
        }
        at += 8;
        return value;
    }

    long fixed32() throws IOException {
        need(4);
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xff);
        }
        at += 4;
        return value;
    }

    /** The field as a message of its own. */
    ProtobufReader message() throws IOException {
        int length = length();
        parts.another();
        ProtobufReader inner = new ProtobufReader(bytes, at, length, parts);
        at += length;
        return inner;
    }

    /** The field as text; bytes that are no UTF-8 become U+FFFD. */
    String text() throws IOException {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String base64() throws IOException {
        return Base64.getEncoder().encodeToString(slice());
    }

    /** The field's bytes. */
    byte[] slice() throws IOException {
        int length = length();
        byte[] slice = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return slice;
    }

    void skip() throws IOException {
        switch (wireType) {
            case VARINT -> readVarint();
            case FIXED64 -> fixed64();
            case LENGTH -> {
                int length = length();
                at += length;
            }
            case FIXED32 -> fixed32();
            default -> throw malformed();
        }
    }

    static IOException malformed() {
        return new IOException("the body is not what protobuf makes of an ExportTraceServiceRequest");
    }

    private int length() throws IOException {
        long length = readVarint();
        if (length < 0 || length > end - at) {
            throw malformed();
        }
        return (int) length;
    }

    private long readVarint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed();
    }

    private void need(int count) throws IOException {
        if (end - at < count) {
            throw malformed();
        }
    }
}
