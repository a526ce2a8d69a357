package dev.narrative.console.server.journal;

import dev.narrative.console.server.http.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The journal of what this console receives. One thread writes; all that came while it was waiting for the disk goes
 * to disk with one wait (group commit), so that many senders cost hardly more than one. Thread-safe.
 */
public final class ReceivedJournal implements Closeable {
    private static final long ROTATE_BYTES = 64L << 20;
    private static final int WAITING = 1_024;
    private static final int GROUP = 128;
    private static final long PATIENCE_SECONDS = 30;

    private final JournalSegments segments;
    private final BlockingQueue<Commit> queue = new ArrayBlockingQueue<>(WAITING);
    private final Commit end = new Commit(List.of());
    private final Runnable written;
    private final Thread writer;
    private volatile boolean closed;

    /** Lines that wait for the disk. */
    private static final class Commit {
        private final List<ByteBuffer> lines;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        private Commit(List<ByteBuffer> lines) {
            this.lines = List.copyOf(lines);
        }
    }

    /**
     * Begins to write to a journal's directory.
     *
     * @param written runs after each group that is on disk
     */
    public ReceivedJournal(Path directory, Clock clock, Runnable written) {
        this(new JournalSegments(directory, ROTATE_BYTES, clock), written);
    }

    ReceivedJournal(JournalSegments segments, Runnable written) {
        this.segments = segments;
        this.written = written;
        writer = new Thread(this::run, "narrative-received-journal");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Hands over whole lines. The bytes must stay as they are until the result is there: done when they are on disk, or
     * failed with the {@link IOException} for which none of them is.
     *
     * @return {@code null} when too much waits already
     */
    @Nullable
    CompletableFuture<Void> append(List<ByteBuffer> lines) {
        Commit commit = new Commit(lines);
        if (closed || !queue.offer(commit)) {
            return null;
        }
        if (closed) {
            failRest();
        }
        return commit.done;
    }

    /** Writes whole lines and waits until they are on disk; a problem when they are not. */
    public void write(List<ByteBuffer> lines) {
        CompletableFuture<Void> done = append(lines);
        if (done == null) {
            throw Problem.tryAgain(429, "more comes in than can be written; try again later", 1);
        }
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Problem.tryAgain(503, "the journal can't be written (" + e.getCause() + "); look at its disk", 5);
        } catch (TimeoutException e) {
            throw Problem.tryAgain(503, "the disk takes too long", 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain(503, "the console ends", 5);
        }
    }

    /** How many wait for the disk. */
    public int waiting() {
        return queue.size();
    }

    /** Writes what waits, and ends. The writer is not interrupted, which would close the file under it. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            queue.put(end);
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failRest();
        segments.close();
    }

    private void run() {
        List<Commit> group = new ArrayList<>(GROUP);
        boolean ended = false;
        while (!ended) {
            try {
                group.add(queue.take());
            } catch (InterruptedException nobodyOfOurs) {
                return;
            }
            queue.drainTo(group, GROUP - 1);
            ended = group.remove(end);
            if (!group.isEmpty()) {
                commit(group);
                group.clear();
            }
        }
    }

    private void commit(List<Commit> group) {
        try {
            segments.append(
                    group.stream().flatMap(commit -> commit.lines.stream()).toList());
        } catch (IOException | RuntimeException e) {
            group.forEach(commit -> commit.done.completeExceptionally(e));
            return;
        }
        group.forEach(commit -> commit.done.complete(null));
        written.run();
    }

    private void failRest() {
        List<Commit> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(commit -> commit.done.completeExceptionally(new IOException("the console ends")));
    }
}
