package dev.narrative.model.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file from a position on, as bytes, with the place of each. The array behind them is reused. A line that
 * no newline ends yet is told apart: who writes it may not be done.
 */
public final class JournalLines implements Closeable {
    /** A line that is longer is passed over without being held in memory: no writer of journals makes it. */
    static final int MAX_LINE_BYTES = 64 * 1024 * 1024;

    private static final int CHUNK_BYTES = 256 * 1024;

    private final FileChannel channel;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int chunkAt;
    private int chunkEnd;

    private byte[] line = new byte[CHUNK_BYTES];
    private int length;
    private int number;
    private long position;
    private long next;
    private boolean terminated;
    private boolean tooLong;

    public JournalLines(Path file) throws IOException {
        this(file, 0);
    }

    /** The lines from a position on, which is the first byte of one. */
    public JournalLines(Path file, long position) throws IOException {
        channel = FileChannel.open(file);
        channel.position(position);
        next = position;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        position = next;
        length = 0;
        terminated = false;
        tooLong = false;
        while (!terminated && fill()) {
            int end = chunkAt;
            while (end < chunkEnd && chunk[end] != '\n') {
                end++;
            }
            append(end);
            terminated = end < chunkEnd;
            next += end - chunkAt + (terminated ? 1 : 0);
            chunkAt = terminated ? end + 1 : end;
        }
        number += next > position ? 1 : 0;
        return next > position;
    }

    public byte[] bytes() {
        return line;
    }

    public int length() {
        return length;
    }

    /** How many lines have been read, this one included. */
    int number() {
        return number;
    }

    /** Where the line begins. */
    public long position() {
        return position;
    }

    /** Where the next line begins. */
    public long nextPosition() {
        return next;
    }

    /** Whether a newline ends it, which only the last line may lack. */
    public boolean isTerminated() {
        return terminated;
    }

    public boolean isTooLong() {
        return tooLong;
    }

    public boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill() throws IOException {
        if (chunkAt < chunkEnd) {
            return true;
        }
        chunkAt = 0;
        chunkEnd = Math.max(0, channel.read(ByteBuffer.wrap(chunk)));
        return chunkEnd > 0;
    }

    private void append(int end) {
        int more = end - chunkAt;
        if (tooLong || more > MAX_LINE_BYTES - length) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, Math.min(line.length * 2, MAX_LINE_BYTES)));
        }
        System.arraycopy(chunk, chunkAt, line, length, more);
        length += more;
    }
}
