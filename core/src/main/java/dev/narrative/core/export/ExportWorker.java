package dev.narrative.core.export;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import dev.narrative.model.SpanData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * One destination's queue and the thread that empties it, at once or when enough has gathered. The thread looks every
 * {@value #POLL_MILLIS} ms while spans come and dozes when none do, so that a traced call pays for an enqueue and, after
 * a pause, for one wake-up.
 */
final class ExportWorker implements Runnable {
    private static final int POLL_MILLIS = 100;
    private static final int BATCH = 2_048;
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long WAIT_FOR_OTHERS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final MpscAtomicArrayQueue<Span> queue;
    private final DestinationCounters counters;
    private final List<SpanData> batch = new ArrayList<>(BATCH);
    private final Thread thread;
    private final LossReport losses;
    private final CountDownLatch opening;
    private final long sinceMillis = System.currentTimeMillis();

    private volatile boolean dozing;
    private volatile long closeBy;
    private long lastTick;
    private long gatheredSince;
    private boolean lastRoundWasEmpty;

    /**
     * A worker, not started yet.
     *
     * @param opening the destinations that are opened together with this one, counted down by each
     */
    ExportWorker(String name, int capacity, DestinationCounters counters, CountDownLatch opening) {
        this.name = name;
        this.opening = opening;
        this.counters = counters;
        this.losses = new LossReport(name, counters);
        this.queue = new MpscAtomicArrayQueue<>(capacity);
        this.thread = AgentThreads.create("export-" + name, this);
    }

    void start() {
        thread.start();
    }

    void offer(Span span) {
        if (!queue.relaxedOffer(span)) {
            counters.countDropped();
        }
        if (dozing) {
            dozing = false;
            LockSupport.unpark(thread);
        }
    }

    DestinationCounters counters() {
        return counters;
    }

    String name() {
        return name;
    }

    /** Asks the thread to send what is queued and to end. */
    void close(long deadlineNanos) {
        closeBy = deadlineNanos == 0 ? 1 : deadlineNanos;
        LockSupport.unpark(thread);
    }

    /** Waits for the end and returns how many spans the thread had to leave behind. */
    long awaitEnd(long deadlineNanos) throws InterruptedException {
        join(deadlineNanos);
        if (!thread.isAlive()) {
            return 0;
        }
        long left = queue.size() + counters.taken() - counters.sent() - counters.failed() - counters.spooled();
        thread.interrupt();
        return left;
    }

    void join(long deadlineNanos) throws InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (millis > 0) {
            thread.join(millis);
        }
    }

    @Override
    public void run() {
        try {
            SpanExporter open = open();
            try {
                awaitOthers();
                work(open);
            } finally {
                open.close();
                losses.tellRest();
            }
        } catch (Throwable error) {
            AgentLog.warn("exporter " + name + " has stopped, its spans are dropped: " + AgentLog.brief(error));
        }
    }

    private SpanExporter open() throws IOException {
        try {
            return Destinations.open(name, sinceMillis, counters);
        } finally {
            opening.countDown();
        }
    }

    /**
     * The journal must not hold a span before those who deliver have made ready to note what they send: what is in the
     * journal and not in their notes counts as not sent after a crash.
     */
    private void awaitOthers() throws InterruptedException {
        long end = System.nanoTime() + WAIT_FOR_OTHERS_NANOS;
        boolean all = false;
        while (!all && closeBy == 0 && System.nanoTime() - end < 0) {
            all = opening.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void work(SpanExporter open) throws IOException {
        lastTick = System.nanoTime();
        long gatherNanos = TimeUnit.MILLISECONDS.toNanos(open.gatherMillis());
        while (closeBy == 0) {
            if (gathers(gatherNanos)) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            } else {
                round(open);
                rest();
            }
        }
        drain(open);
        drain(open);
        open.flush(Math.max(1, TimeUnit.NANOSECONDS.toMillis(closeBy - System.nanoTime())));
    }

    /** Whether what waits is to wait on, for more to come. */
    private boolean gathers(long gatherNanos) {
        int waiting = gatherNanos == 0 ? 0 : queue.size();
        if (waiting == 0 || waiting >= BATCH) {
            gatheredSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (gatheredSince == 0) {
            gatheredSince = now;
        }
        if (now - gatheredSince < gatherNanos) {
            return true;
        }
        gatheredSince = 0;
        return false;
    }

    /** Sends what waits now, and not what an application that works on keeps adding. */
    private void drain(SpanExporter open) {
        for (int due = queue.size(); due > 0 && System.nanoTime() - closeBy < 0; due -= BATCH) {
            round(open);
        }
    }

    private void round(SpanExporter open) {
        queue.drain(batch::add, BATCH);
        lastRoundWasEmpty = batch.isEmpty();
        if (!lastRoundWasEmpty) {
            send(open);
        }
        long now = System.nanoTime();
        if (now - lastTick >= TICK_NANOS) {
            lastTick = now;
            losses.tell(now);
            try {
                open.tick();
            } catch (IOException | RuntimeException error) {
                AgentLog.warnThrottled("tick-" + name, "exporter " + name + ": " + AgentLog.brief(error));
            }
        }
    }

    private void send(SpanExporter open) {
        int spans = batch.size();
        counters.countTaken(spans);
        try {
            open.export(batch);
            if (!open.deliversLater()) {
                counters.countSent(spans);
            }
        } catch (IOException | RuntimeException error) {
            counters.countLost(LossCause.FAILED, spans, AgentLog.brief(error));
        } finally {
            batch.clear();
        }
    }

    private void rest() {
        if (!queue.isEmpty() || closeBy != 0) {
            return;
        }
        if (lastRoundWasEmpty) {
            dozing = true;
            if (queue.isEmpty() && closeBy == 0) {
                LockSupport.parkNanos(this, TICK_NANOS);
            }
            dozing = false;
        } else {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
    }
}
