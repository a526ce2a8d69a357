package dev.narrative.benchmarks.workload;

import java.util.Arrays;

/**
 * Calls a traced method at an even pace, for as many seconds at a time as it is told to, and tells after each time what a
 * call took and what lives on the heap. Ends when it is told {@code quit}.
 *
 * <p>Argument: calls per second.
 */
public final class OrderedSpans {
    private final Conversation conversation = new Conversation();
    private final Work work = new Work(System.nanoTime() | 1);
    private final Pace pace;
    private final int perSecond;
    private long sum;

    private OrderedSpans(int perSecond) {
        this.perSecond = perSecond;
        this.pace = new Pace(perSecond);
    }

    public static void main(String[] args) {
        OrderedSpans spans = new OrderedSpans(Integer.parseInt(args[0]));
        String order = spans.conversation.ask("ready");
        while (!order.equals("quit")) {
            spans.run(Integer.parseInt(order));
            order = spans.conversation.ask("ready");
        }
        spans.conversation.tell("sum", spans.sum);
    }

    private void run(int seconds) {
        long[] nanos = new long[seconds * perSecond];
        int[] calls = {0};
        pace.run(seconds, () -> {
            long begin = System.nanoTime();
            sum += work.step();
            nanos[calls[0]++] = System.nanoTime() - begin;
        });
        Arrays.sort(nanos, 0, calls[0]);
        conversation.tell("median", nanos[calls[0] / 2]);
        conversation.tell("p99", nanos[(int) (calls[0] * 0.99)]);
        conversation.tell("heap", heapMegabytes());
    }

    private static double heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
