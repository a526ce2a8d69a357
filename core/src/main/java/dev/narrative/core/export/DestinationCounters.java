package dev.narrative.core.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What became of the spans that were meant for one destination. */
public final class DestinationCounters {
    private final Map<LossCause, LongAdder> lost = new EnumMap<>(LossCause.class);
    private final Map<LossCause, String> details = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong spooled = new AtomicLong();

    public DestinationCounters() {
        for (LossCause cause : LossCause.values()) {
            lost.put(cause, new LongAdder());
        }
    }

    /** Spans that the queue had no room for. */
    public long dropped() {
        return lost(LossCause.QUEUE_FULL);
    }

    /** Spans that came out of the queue, or were taken over from a process that is gone. */
    public long taken() {
        return taken.get();
    }

    /** Spans that the destination took. */
    public long sent() {
        return sent.get();
    }

    /** Spans that came out of the queue and were lost, whatever the cause. */
    public long failed() {
        long all = 0;
        for (LongAdder adder : lost.values()) {
            all += adder.sum();
        }
        return all - dropped();
    }

    public long lost(LossCause cause) {
        LongAdder adder = lost.get(cause);
        return adder == null ? 0 : adder.sum();
    }

    /** Spans that wait on disk at present. */
    public long spooled() {
        return spooled.get();
    }

    /** Counts spans that were taken from elsewhere than the queue. */
    public void countTaken(long spans) {
        taken.addAndGet(spans);
    }

    public void countSent(long spans) {
        sent.addAndGet(spans);
    }

    /** Counts spans that went to disk, or with a negative number came from there. */
    public void countSpooled(long spans) {
        spooled.addAndGet(spans);
    }

    /**
     * Counts spans that are lost.
     *
     * @param detail what exactly happened, on one line; the last one is told
     */
    public void countLost(LossCause cause, long spans, @Nullable String detail) {
        if (spans <= 0) {
            return;
        }
        if (detail != null) {
            details.put(cause, detail);
        }
        LongAdder adder = lost.get(cause);
        if (adder != null) {
            adder.add(spans);
        }
    }

    void countDropped() {
        countLost(LossCause.QUEUE_FULL, 1, null);
    }

    /** What happened when spans were last lost for a cause, {@code null} when that is not known. */
    public @Nullable String detail(LossCause cause) {
        return details.get(cause);
    }

    @Override
    public String toString() {
        long waiting = spooled();
        return taken() + " taken, " + sent() + " sent, " + dropped() + " dropped, " + failed() + " failed"
                + (waiting > 0 ? ", " + waiting + " spooled" : "");
    }
}
