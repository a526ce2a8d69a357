package dev.narrative.console.server.metrics;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, counted in buckets; in seconds. Thread-safe. */
public final class Histogram {
    static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final DoubleAdder sum = new DoubleAdder();

    Histogram() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    public void observeNanos(long nanos) {
        double seconds = nanos / 1e9;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(seconds);
    }

    void write(String name, Labels labels, StringBuilder out) {
        long count = 0;
        for (int i = 0; i < buckets.length; i++) {
            count += buckets[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            out.append(name).append("_bucket").append(labels.with("le", bound));
            out.append(' ').append(count).append('\n');
        }
        out.append(name).append("_sum").append(labels.with());
        out.append(' ').append(sum.sum()).append('\n');
        out.append(name).append("_count").append(labels.with());
        out.append(' ').append(count).append('\n');
    }
}
