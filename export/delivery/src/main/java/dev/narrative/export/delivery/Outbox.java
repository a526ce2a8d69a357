package dev.narrative.export.delivery;

import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter has ready for its destination. Requests are sent from memory by a thread of the outbox's own; the
 * exporter never waits for the network.
 */
public final class Outbox implements Closeable {
    private static final long MEMORY_AT_MOST = 8L * 1024 * 1024;

    private final Sender sender;
    private final RetryPolicy policy;
    private final @Nullable Request probe;
    private final DestinationCounters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final Thread thread;
    private long waitingBytes;
    private boolean sending;
    private boolean closed;

    /**
     * An outbox, open at once.
     *
     * @param probe a request that holds nothing, sent to see whether a destination that left one unanswered is there
     *     again; {@code null} when the destination knows no such
     */
    public Outbox(OutboxOptions options, Sender sender, @Nullable Request probe, DestinationCounters counters) {
        this.sender = sender;
        this.policy = options.retry();
        this.probe = probe;
        this.counters = counters;
        this.thread = AgentThreads.create("outbox-" + options.destination(), this::run);
        thread.start();
    }

    /** Takes a request over; returns at once. */
    public void submit(Request request) {
        lock.lock();
        try {
            if (waitingBytes > 0 && waitingBytes + request.body().length > MEMORY_AT_MOST) {
                counters.countLost(LossCause.SPOOL_FULL, request.spans(), null);
                return;
            }
            waiting.add(request);
            waitingBytes += request.body().length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** To be called about once a second. */
    public void tick() {}

    /** Waits until everything is sent or lies on disk, within {@code timeoutMillis}. */
    public void flush(long timeoutMillis) {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        lock.lock();
        try {
            while ((sending || !waiting.isEmpty()) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        sender.close();
    }

    private void run() {
        try {
            int failures = 0;
            while (true) {
                Request next = next();
                if (next == null) {
                    return;
                }
                Reply reply = sender.send(next, Sender.BodyStart.UNHEARD);
                failures = reply instanceof Reply.Later ? failures + 1 : 0;
                settle(next, reply);
                if (failures > 0) {
                    TimeUnit.MILLISECONDS.sleep(policy.pauseMillis(
                            failures, ThreadLocalRandom.current().nextDouble()));
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Request next() throws InterruptedException {
        lock.lock();
        try {
            sending = false;
            changed.signalAll();
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            Request next = waiting.poll();
            if (next != null) {
                sending = true;
                waitingBytes -= next.body().length;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void settle(Request request, Reply reply) {
        if (reply instanceof Reply.Taken taken) {
            counters.countSent(request.spans() - taken.rejected());
            counters.countLost(LossCause.REJECTED, taken.rejected(), taken.message());
        } else if (reply instanceof Reply.Refused refused) {
            counters.countLost(LossCause.REFUSED, request.spans(), refused.reason());
        } else if (reply instanceof Reply.Ambiguous ambiguous) {
            counters.countLost(LossCause.AMBIGUOUS, request.spans(), ambiguous.reason());
        } else if (reply instanceof Reply.Later later) {
            counters.countLost(LossCause.SPOOL_UNWRITABLE, request.spans(), later.reason() + probe);
        }
    }
}
