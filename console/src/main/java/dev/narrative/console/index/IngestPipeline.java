package dev.narrative.console.index;

import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.SpanIngest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads journals on a thread of its own while the caller's thread writes to the store, so that two cores are used. */
final class IngestPipeline {
    private static final int BATCHES_UNDER_WAY = 2;

    /** Reads files with the follower that it is given. */
    interface Reading {
        void run(JournalFollower follower) throws IOException, InterruptedException;
    }

    /** A batch, or the end where there is none. */
    private record Item(
            @Nullable SpanBatch batch, long bytes, @Nullable Throwable failure) {}

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);

    private IngestPipeline() {}

    /** Runs a reading to its end; tells how many spans came. */
    static long run(SpanIngest store, long totalBytes, IndexProgress progress, Reading reading) {
        IngestPipeline pipeline = new IngestPipeline();
        Thread reader = new Thread(() -> pipeline.read(reading), "narrative-journal-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            return pipeline.write(store, totalBytes, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            reader.interrupt();
        }
    }

    private void read(Reading reading) {
        Throwable failure = null;
        try {
            JournalFollower follower = new JournalFollower((batch, bytes) -> queue.put(new Item(batch, bytes, null)));
            reading.run(follower);
            follower.flush();
        } catch (InterruptedException given) {
            return; // up by the writer, who waits no longer
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(new Item(null, 0, failure));
        } catch (InterruptedException given) {
            // up as above
        }
    }

    private long write(SpanIngest store, long totalBytes, IndexProgress progress) throws InterruptedException {
        long readBytes = 0;
        long spans = 0;
        while (true) {
            Item item = queue.take();
            SpanBatch batch = item.batch();
            if (batch == null) {
                rethrow(item.failure());
                return spans;
            }
            store.ingest(batch);
            readBytes += item.bytes();
            spans += batch.spans().size();
            progress.advanced(readBytes, totalBytes, spans);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof IOException io) {
            throw new UncheckedIOException(io);
        } else if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
    }
}
