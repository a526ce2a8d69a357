package dev.narrative.export.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer that were read, and whether they were all. */
final class AnswerBody {
    private static final int READ_AT_MOST = 64 * 1024;

    private final byte[] bytes;
    private final boolean complete;

    private AnswerBody(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isComplete() {
        return complete;
    }

    static AnswerBody broken() {
        return new AnswerBody(new byte[0], false);
    }

    /** Reads up to 64 kB, and no longer than until {@code deadlineNanos}. */
    static AnswerBody read(@Nullable InputStream in, long deadlineNanos) throws IOException {
        byte[] bytes = new byte[1024];
        int size = 0;
        while (in != null) {
            int read = in.read(bytes, size, bytes.length - size);
            if (read < 0) {
                break;
            }
            size += read;
            if (size >= READ_AT_MOST || System.nanoTime() - deadlineNanos > 0) {
                return new AnswerBody(Arrays.copyOf(bytes, size), false);
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(READ_AT_MOST, size * 2));
            }
        }
        return new AnswerBody(Arrays.copyOf(bytes, size), true);
    }
}
