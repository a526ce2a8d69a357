package dev.narrative.benchmarks.workload;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Calls methods that are (or are not) traced. First flat out, for what one call costs the calling thread; then, when
 * whatever that left behind has been delivered, at an even pace, for what one call costs the whole process.
 *
 * <p>Arguments: {@code step|parent}, seconds flat out, operations per second at the even
 * pace, seconds at that pace to warm up, seconds to measure.
 */
public final class SpanLoop {
    /** So short that most batches run through without losing the processor. */
    private static final int BATCH = 1_000;

    private final Conversation conversation = new Conversation();
    private final Meter meter = new Meter();
    private final Work work = new Work(System.nanoTime() | 1);
    private final boolean nested;
    private long sum;

    private SpanLoop(boolean nested) {
        this.nested = nested;
    }

    public static void main(String[] args) {
        SpanLoop loop = new SpanLoop(args[0].equals("parent"));
        int flatOutSeconds = Integer.parseInt(args[1]);
        if (flatOutSeconds > 0) {
            loop.flatOut(flatOutSeconds);
        }
        loop.evenPace(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        loop.conversation.tell("sum", loop.sum);
    }

    /** The first half warms up; the second is measured batch by batch, and the median batch counts. */
    private void flatOut(int seconds) {
        long half = TimeUnit.SECONDS.toNanos(seconds) / 2;
        for (long end = System.nanoTime() + half; System.nanoTime() < end; ) {
            batch();
        }
        long[] nanos = new long[1_000_000];
        int batches = 0;
        long allocated = meter.allocatedByThisThread();
        for (long end = System.nanoTime() + half; System.nanoTime() < end && batches < nanos.length; batches++) {
            long begin = System.nanoTime();
            batch();
            nanos[batches] = System.nanoTime() - begin;
        }
        allocated = meter.allocatedByThisThread() - allocated;
        Arrays.sort(nanos, 0, batches);
        conversation.tell("thread", (double) nanos[batches / 2] / BATCH);
        conversation.tell("alloc", (double) allocated / batches / BATCH);
    }

    /**
     * Warms up anew, because this loop is compiled anew, and that costs the process more than its spans do. What may
     * still be on its way to the sink is waited for by whoever answers.
     */
    private void evenPace(int perSecond, int warmUpSeconds, int seconds) {
        Pace pace = new Pace(perSecond);
        Runnable operation = this::once;
        if (warmUpSeconds > 0) {
            sum += pace.run(warmUpSeconds, operation).operations();
        }
        if (conversation.ask("ready").equals("quit")) {
            return;
        }
        long allocated = meter.allocatedByThisThread();
        long cpu = meter.processCpuNanos();
        Pace.Result result = pace.run(seconds, operation);
        cpu = meter.processCpuNanos() - cpu;
        allocated = meter.allocatedByThisThread() - allocated;
        conversation.tell("paced.thread", result.nanosEach());
        conversation.tell("paced.alloc", (double) allocated / result.operations());
        conversation.tell("cpu", cpu / 1e3 / result.operations());
        conversation.tell("operations", result.operations());
    }

    private void batch() {
        for (int i = 0; i < BATCH; i++) {
            once();
        }
    }

    private void once() {
        sum += nested ? work.parent() : work.step();
    }
}
