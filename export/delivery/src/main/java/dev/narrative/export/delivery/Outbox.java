package dev.narrative.export.delivery;

import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.JournalFileInUse;
import dev.narrative.core.export.ProcessIds;
import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter has ready for its destination. While the destination takes what it is sent, requests go there from
 * memory, by a thread of the outbox's own; while it is down they wait on disk. The exporter never waits for the network.
 */
public final class Outbox implements Closeable {
    /** The time to spool what waits, when the destination has not taken it by then. */
    private static final long RESERVE_MILLIS = 250;

    private static final long BREAK_OFF_MILLIS = 100;
    private static final long JOIN_MILLIS = 200;

    private final OutboxOptions options;
    private final Sender sender;
    private final SteadyClock clock = SteadyClock.fromNow();
    private final long pid = ProcessIds.current();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Stock stock;
    private final @Nullable Bookkeeping books;
    private final Thread thread;
    private final Courier courier;
    private long sequence;
    private boolean complete = true;

    /**
     * An outbox, open at once.
     *
     * @param probe a request that holds nothing, sent to see whether a destination that left one unanswered is there
     *     again; {@code null} when the destination knows no such
     * @param encoders make requests of spans that a killed process has left in the journal
     * @param counters where it is counted what became of spans; those that are submitted are counted as taken already
     */
    public Outbox(
            OutboxOptions options,
            Sender sender,
            @Nullable Request probe,
            SpanEncoders encoders,
            DestinationCounters counters) {
        this.options = options;
        this.sender = sender;
        SpoolOptions place = options.spool();
        Spool spool = place == null ? null : new Spool(place, SpoolDisk.REAL, clock, counters, pid);
        this.books = spool == null ? null : new Bookkeeping(spool, clock, options.sinceMillis());
        if (books != null) {
            if (options.journaled()) {
                books.begin();
            }
            JournalFileInUse.follow(books);
        }
        this.stock = new Stock(spool, books, counters);
        Dispatch dispatch = new Dispatch(
                stock, new Outage(options.retry()), probe == null ? null : parcel(probe), options, counters);
        this.courier =
                new Courier(dispatch, sender, lock, changed, new JournalRecovery(encoders, options.destination()));
        this.thread = AgentThreads.create("outbox-" + options.destination(), courier);
        thread.start();
    }

    /** Takes a request over; returns at once. */
    public void submit(Request request) {
        lock.lock();
        try {
            Parcel parcel = parcel(request);
            stock.add(parcel, courier.dispatch().isDown());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** To be called about once a second: breaks off a request that hangs. */
    public void tick() {
        if (courier.hangsSince(TimeUnit.MILLISECONDS.toNanos(sender.longestMillis()))) {
            breakOff(false);
        }
    }

    /**
     * Waits until everything is sent or lies on disk, for {@code timeoutMillis} at most; what can't be sent by then goes to
     * disk. The last call before {@link #close}.
     */
    public void flush(long timeoutMillis) {
        long reserve = Math.min(RESERVE_MILLIS, timeoutMillis);
        lock.lock();
        try {
            complete = timeoutMillis > 1;
            courier.finish();
            await(timeoutMillis - reserve);
            if (!courier.isDone()) {
                courier.stop();
                stock.moveToSpool();
                await(reserve - BREAK_OFF_MILLIS);
            }
            if (!courier.isDone()) {
                breakOff(true);
                await(BREAK_OFF_MILLIS);
            }
            stock.moveToSpool();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (books != null) {
            JournalFileInUse.unfollow(books);
        }
        lock.lock();
        try {
            courier.stop();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        breakOff(true);
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            stock.close(options.destination(), complete);
        } catch (IOException e) {
            AgentLog.warn("exporter " + options.destination() + ": " + AgentLog.brief(e));
        } finally {
            lock.unlock();
        }
    }

    private void await(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        changed.signalAll();
        while (!courier.isDone() && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /** On a thread of its own: to close a TLS connection may wait for the very writer that hangs. */
    private void breakOff(boolean forGood) {
        AgentThreads.create("break-off-" + options.destination(), new BreakOff(sender, forGood))
                .start();
    }

    private Parcel parcel(Request request) {
        return new Parcel(new SpoolName(clock.millis(), pid, ++sequence, request.spans()), request);
    }

    private record BreakOff(Sender sender, boolean forGood) implements Runnable {
        @Override
        public void run() {
            if (forGood) {
                sender.close();
            } else {
                sender.abort();
            }
        }
    }
}
