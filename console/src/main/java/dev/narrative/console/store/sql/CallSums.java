package dev.narrative.console.store.sql;

import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.StatsRow;

/** Calls summed up, in a form that other sums can be added to and taken from. */
public final class CallSums {
    private final DurationBuckets durations = new DurationBuckets();
    private final DurationBuckets firstTokens = new DurationBuckets();
    private CallTotals totals = CallTotals.NONE;

    /** How long the calls took; each call is counted in one bucket. */
    public DurationBuckets durations() {
        return durations;
    }

    /** How long the first token took, of the calls that streamed. */
    public DurationBuckets firstTokens() {
        return firstTokens;
    }

    public CallTotals totals() {
        return totals;
    }

    public void add(CallTotals more) {
        add(more, 1);
    }

    public void add(CallTotals more, int times) {
        totals = totals.plus(more, times);
    }

    /** Adds other sums so many times; -1 takes them away. */
    public void add(CallSums other, int times) {
        add(other.totals, times);
        other.durations.forEach((bucket, calls) -> durations.add(bucket, times * calls));
        other.firstTokens.forEach((bucket, calls) -> firstTokens.add(bucket, times * calls));
    }

    public boolean isEmpty() {
        return durations.total() == 0;
    }

    public StatsRow row(String key) {
        return new StatsRow(
                key,
                durations.total(),
                totals.errors(),
                totals.unpriced(),
                totals.inputTokens(),
                totals.outputTokens(),
                totals.priced() == 0 ? null : Double.valueOf(totals.cost()),
                durations.percentile(0.5),
                durations.percentile(0.95),
                durations.percentile(0.99),
                firstTokens.total() == 0 ? null : Long.valueOf(firstTokens.percentile(0.5)));
    }
}
