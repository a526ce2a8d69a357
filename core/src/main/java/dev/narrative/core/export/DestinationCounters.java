package dev.narrative.core.export;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What became of the spans that were meant for one destination. */
public final class DestinationCounters {
    private final LongAdder dropped = new LongAdder();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Spans that the queue had no room for. */
    public long dropped() {
        return dropped.sum();
    }

    /** Spans that came out of the queue. */
    public long taken() {
        return taken.get();
    }

    /** Spans that the destination took. */
    public long sent() {
        return sent.get();
    }

    /** Spans that the exporter gave up on. */
    public long failed() {
        return failed.get();
    }

    void countDropped() {
        dropped.increment();
    }

    void countTaken(int spans) {
        taken.addAndGet(spans);
    }

    void countSent(int spans) {
        sent.addAndGet(spans);
    }

    void countFailed(int spans) {
        failed.addAndGet(spans);
    }

    @Override
    public String toString() {
        return taken() + " taken, " + sent() + " sent, " + dropped() + " dropped, " + failed() + " failed";
    }
}
