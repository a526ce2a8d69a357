package dev.narrative.console.server.index;

import dev.narrative.console.index.IndexProgress;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.metrics.Histogram;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.TraceQueries;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An index that one thread keeps up with its journals while others ask it. Each who asks has a connection of its own
 * for that time; there are a few of them.
 */
public final class LiveIndex implements Closeable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** After a refresh on demand: what comes every millisecond is taken together. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long READER_SECONDS = 10;

    private final Supplier<JournalIndex> opener;
    private final Consumer<TraceQueries> refreshed;
    private final BlockingQueue<JournalIndex> readers;
    private final JournalIndex writer;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private final Histogram duration;
    private final LongAdder failures;
    private volatile boolean closed;
    private volatile long lastRefreshNanos = System.nanoTime();
    private volatile String problem = "";

    private LiveIndex(Supplier<JournalIndex> opener, int readers, Consumer<TraceQueries> refreshed, Metrics metrics) {
        this.opener = opener;
        this.refreshed = refreshed;
        this.readers = new ArrayBlockingQueue<>(readers);
        writer = opener.get();
        for (int i = 0; i < readers; i++) {
            this.readers.add(opener.get());
        }
        duration = metrics.histogram("narrative_index_refresh_seconds", "Taking what is new in the journals.");
        failures = metrics.counter("narrative_index_failures_total", "Refreshes of the index that failed.");
        metrics.gauge(
                "narrative_index_age_seconds", "Since the index was last up to date.", () -> ageMillis() / 1_000.0);
        thread = new Thread(this::follow, "narrative-index");
        thread.setDaemon(true);
    }

    /**
     * Opens an index and begins to follow its journals.
     *
     * @param opener opens it once more
     * @param readers how many may ask at once
     * @param refreshed is told after each refresh, on the thread that follows
     */
    public static LiveIndex start(
            Supplier<JournalIndex> opener, int readers, Consumer<TraceQueries> refreshed, Metrics metrics) {
        LiveIndex index = new LiveIndex(opener, readers, refreshed, metrics);
        index.thread.start();
        return index;
    }

    /** Asks the index. */
    public <T> T ask(Function<TraceQueries, T> question) {
        JournalIndex reader = take();
        try {
            return question.apply(reader.traces());
        } catch (IllegalArgumentException e) {
            // What a question lacks, as words to search for, is said so.
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            reader = reopened(reader, e);
            throw Problem.tryAgain(503, String.valueOf(e.getMessage()), 5);
        } finally {
            readers.add(reader);
        }
    }

    /** Says that there is something new in the journals. */
    public void wake() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    /** How long ago the index was up to date. */
    public long ageMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastRefreshNanos);
    }

    /** What keeps the index from being up to date; empty when nothing does. */
    public String problem() {
        return problem;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt(); // it may be reading a large journal for the first time, and goes on with that another time
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<JournalIndex> idle = new ArrayList<>();
        readers.drainTo(idle);
        idle.forEach(JournalIndex::close);
        writer.close();
    }

    private JournalIndex take() {
        JournalIndex reader = null;
        try {
            reader = readers.poll(READER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (reader == null) {
            throw Problem.tryAgain(503, "too many ask at once; try again later", 2);
        }
        return reader;
    }

    /** Another connection where one has failed: the database may be another one by now. */
    private JournalIndex reopened(JournalIndex broken, StoreException cause) {
        try {
            JournalIndex fresh = opener.get();
            broken.close();
            return fresh;
        } catch (StoreException still) {
            cause.addSuppressed(still);
            return broken;
        }
    }

    private void follow() {
        while (!closed) {
            long begin = System.nanoTime();
            try {
                if (writer.refresh(PATIENCE, IndexProgress.NONE)) {
                    lastRefreshNanos = System.nanoTime();
                    duration.observeNanos(lastRefreshNanos - begin);
                }
                problem = "";
                refreshed.accept(writer.traces());
            } catch (RuntimeException e) {
                failures.increment();
                problem = String.valueOf(e.getMessage());
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BREATH.toNanos());
            if (wanted.tryAcquire(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
