package dev.narrative.core.metrics;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Model calls on their way from the threads on which they end to the one that counts them. While metrics are switched
 * off there is no queue, and a call that ends costs one volatile read.
 */
public final class EndedCalls {
    /** Emptied once a second, and not while a report is under way. */
    private static final int CAPACITY = 16_384;

    private static final AtomicReference<@Nullable EndedCalls> OPEN = new AtomicReference<>();

    private final MpscAtomicArrayQueue<EndedCall> queue = new MpscAtomicArrayQueue<>(CAPACITY);
    private final LongAdder lost = new LongAdder();

    private EndedCalls() {}

    /** Whether anybody counts, so that it is worth describing a call. */
    public static boolean areCounted() {
        return OPEN.get() != null;
    }

    /** Hands over a call; never waits. */
    public static void add(EndedCall call) {
        EndedCalls calls = OPEN.get();
        if (calls != null && !calls.queue.offer(call)) {
            calls.lost.increment();
        }
    }

    /** Begins to collect, in the place of whoever did so before. */
    static EndedCalls open() {
        EndedCalls calls = new EndedCalls();
        OPEN.set(calls);
        return calls;
    }

    /** Stops collecting, unless another has begun meanwhile. */
    void close() {
        OPEN.compareAndSet(this, null);
    }

    /** Takes out what waits now. */
    void drain(Consumer<EndedCall> counter) {
        for (int due = queue.size(); due > 0; due--) {
            EndedCall call = queue.poll();
            if (call == null) {
                return;
            }
            counter.accept(call);
        }
    }

    /** Calls that found no room. */
    long lost() {
        return lost.sum();
    }
}
