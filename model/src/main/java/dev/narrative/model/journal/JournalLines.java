package dev.narrative.model.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a file as bytes, one at a time; the array behind them is reused. */
final class JournalLines implements Closeable {
    /** A line that is longer is nobody's journal; it is passed over without being held in memory. */
    static final int MAX_LINE_BYTES = 256 * 1024 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int chunkAt;
    private int chunkEnd;

    private byte[] line = new byte[64 * 1024];
    private int length;
    private int number;
    private boolean terminated;
    private boolean tooLong;

    JournalLines(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        terminated = false;
        tooLong = false;
        boolean any = false;
        while (!terminated) {
            if (chunkAt == chunkEnd) {
                chunkAt = 0;
                chunkEnd = Math.max(0, in.read(chunk));
                if (chunkEnd == 0) {
                    break;
                }
            }
            any = true;
            int end = chunkAt;
            while (end < chunkEnd && chunk[end] != '\n') {
                end++;
            }
            append(end);
            terminated = end < chunkEnd;
            chunkAt = terminated ? end + 1 : end;
        }
        number += any ? 1 : 0;
        return any;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    /** Whether a newline ends it, which only the last line may lack. */
    boolean isTerminated() {
        return terminated;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void append(int end) {
        int more = end - chunkAt;
        if (tooLong || more > MAX_LINE_BYTES - length) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, (int) Math.min(line.length * 2L, MAX_LINE_BYTES)));
        }
        System.arraycopy(chunk, chunkAt, line, length, more);
        length += more;
    }
}
