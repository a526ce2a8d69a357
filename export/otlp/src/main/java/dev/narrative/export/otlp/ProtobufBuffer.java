package dev.narrative.export.otlp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing buffer that is written front to back in protobuf's wire format. A nested message reserves room for its
 * length and fills it in when it ends: a length that came out shorter is padded, which protobuf allows, one that came out
 * longer moves the message up.
 */
final class ProtobufBuffer {
    private static final int INITIAL_SIZE = 64 * 1024;
    private static final int KEEP_AT_MOST = 8 * 1024 * 1024;
    private static final int MAX_VARINT = 10;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int position;

    /** Forgets what was written; a buffer that one huge batch blew up is given back. */
    void reset() {
        position = 0;
        if (bytes.length > KEEP_AT_MOST) {
            bytes = new byte[INITIAL_SIZE];
        }
    }

    /** What was written; valid until the buffer is written to again. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, position);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, position);
    }

    /** A tag or any other value below 128. */
    void small(int value) {
        ensure(1);
        bytes[position++] = (byte) value;
    }

    void varint(long value) {
        ensure(MAX_VARINT);
        while ((value & ~0x7fL) != 0) {
            bytes[position++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        bytes[position++] = (byte) value;
    }

    void fixed64(long value) {
        ensure(Long.BYTES);
        Bytes.putFixed64(bytes, position, value);
        position += Long.BYTES;
    }

    void raw(byte[] source) {
        ensure(source.length);
        System.arraycopy(source, 0, bytes, position, source.length);
        position += source.length;
    }

    /** A string with its length before it. */
    void string(String text) {
        int length = text.length();
        int reserved = lengthSize(length);
        ensure(reserved + length * Utf8.MAX_BYTES_PER_CHAR);
        int start = position + reserved;
        position = Utf8.write(text, bytes, start);
        end(start, reserved);
    }

    /**
     * Begins a nested message.
     *
     * @param reserved bytes kept for its length: one for messages of up to 127 bytes, two up to 16 kB, four up to 256 MB
     * @return where the message starts, for {@link #end}
     */
    int begin(int reserved) {
        ensure(reserved);
        position += reserved;
        return position;
    }

    void end(int start, int reserved) {
        int length = position - start;
        int lengthAt = start - reserved;
        int size = lengthSize(length);
        if (size > reserved) {
            ensure(size - reserved);
            System.arraycopy(bytes, start, bytes, lengthAt + size, length);
            position += size - reserved;
        } else {
            size = reserved;
        }
        for (int last = lengthAt + size - 1; lengthAt < last; lengthAt++) {
            bytes[lengthAt] = (byte) (length | 0x80);
            length >>>= 7;
        }
        bytes[lengthAt] = (byte) length;
    }

    /** How many bytes a length takes. */
    static int lengthSize(int length) {
        return (38 - Integer.numberOfLeadingZeros(length | 1)) / 7;
    }

    /** The array, with room for {@code more} bytes from {@link #position()}; for those who write many at once. */
    byte[] room(int more) {
        ensure(more);
        return bytes;
    }

    int position() {
        return position;
    }

    /** Takes what was written into {@link #room} up to {@code end}. */
    void advanceTo(int end) {
        position = end;
    }

    private void ensure(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(position + more, bytes.length * 2));
        }
    }
}
