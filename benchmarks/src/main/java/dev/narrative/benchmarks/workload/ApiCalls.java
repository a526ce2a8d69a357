package dev.narrative.benchmarks.workload;

import dev.narrative.api.Generation;
import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Usage;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Calls the API in a tight loop, one kind of call after the other, and tells what one call costs the calling thread. The
 * median batch counts.
 *
 * <p>Arguments: seconds for each kind, half of which warms up.
 */
public final class ApiCalls {
    private static final int BATCH = 1_000;
    private static final Map<String, String> DATA = Map.of("beat", "4");
    private static final Task TASK = new Task();

    private final Conversation conversation = new Conversation();
    private final long halfNanos;
    private long sum;
    private double dearest;

    private ApiCalls(int seconds) {
        halfNanos = TimeUnit.SECONDS.toNanos(seconds) / 2;
    }

    /** So many times the same calls; each kind has a loop of its own, so that the compiler knows what it calls. */
    private interface Batch {
        long run();
    }

    /** Does nothing. */
    private record Task() implements Runnable {
        @Override
        public void run() {}
    }

    public static void main(String[] args) {
        new ApiCalls(Integer.parseInt(args[0])).run();
    }

    private void run() {
        measure("story", 2, ApiCalls::stories);
        measure("span", 3, ApiCalls::spans);
        measure("current", 4, ApiCalls::currents);
        measure("generation", 4, ApiCalls::generations);
        measure("transport", 4, ApiCalls::transports);
        conversation.tell("dearest", dearest);
        conversation.tell("sum", sum);
    }

    private void measure(String kind, int callsEach, Batch batch) {
        for (long end = System.nanoTime() + halfNanos; System.nanoTime() < end; ) {
            sum += batch.run();
        }
        long[] nanos = new long[1_000_000];
        int batches = 0;
        for (long end = System.nanoTime() + halfNanos; System.nanoTime() < end && batches < nanos.length; batches++) {
            long begin = System.nanoTime();
            sum += batch.run();
            nanos[batches] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos, 0, batches);
        double each = (double) nanos[batches / 2] / BATCH / callsEach;
        dearest = Math.max(dearest, each);
        conversation.tell(kind, each);
    }

    private static long stories() {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            try (OpenSpan story = Narrative.start("session", "story")) {
                sum += story.hashCode();
            }
        }
        return sum;
    }

    private static long spans() {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            try (OpenSpan span = Narrative.span("span")) {
                span.attribute("number", i);
                sum += span.hashCode();
            }
        }
        return sum;
    }

    private static long currents() {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            Narrative.current().log("event", DATA);
            Narrative.current().score("coherence", i);
            sum += i;
        }
        return sum;
    }

    private static long generations() {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            try (Generation generation = Narrative.generation("generation")) {
                generation.usage(Usage.of(i, i));
                generation.output("output");
                sum += generation.hashCode();
            }
        }
        return sum;
    }

    private static long transports() {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += Narrative.headers().size();
            sum += Narrative.wrap(TASK).hashCode();
            Narrative.continueFrom(DATA).close();
        }
        return sum;
    }
}
