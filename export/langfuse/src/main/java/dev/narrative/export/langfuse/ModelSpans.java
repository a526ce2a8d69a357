package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Model spans with what is above them, and named methods. A model span goes at once, what is above it when it ends. All
 * else waits until its trace is quiet after its first span has ended, since only then it is known what is within it: for
 * a minute at most, and {@value #MOST_HELD} spans in all.
 */
final class ModelSpans implements SpanSelection {
    static final int MOST_HELD = 20_000;
    static final int MOST_TRACES = 5_000;
    static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
    static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Map<TraceKey, HeldTrace> traces = new LinkedHashMap<>();
    private int held;
    private long leftOut;

    private record TraceKey(long high, long low) {
        @Override
        public int hashCode() {
            return Long.hashCode(low);
        }
    }

    @Override
    public void offer(List<SpanData> spans, long nowNanos, Consumer<Chosen> chosen) {
        for (SpanData span : spans) {
            TraceKey key = new TraceKey(span.traceIdHigh(), span.traceIdLow());
            HeldTrace trace = traces.computeIfAbsent(key, any -> new HeldTrace(nowNanos));
            held += trace.add(span, nowNanos, chosen);
        }
        for (Iterator<HeldTrace> oldest = traces.values().iterator();
                oldest.hasNext() && (held > MOST_HELD || traces.size() > MOST_TRACES); ) {
            settle(oldest.next(), chosen);
            oldest.remove();
        }
    }

    @Override
    public void tick(long nowNanos, Consumer<Chosen> chosen) {
        for (Iterator<HeldTrace> all = traces.values().iterator(); all.hasNext(); ) {
            HeldTrace trace = all.next();
            boolean over = trace.isOver(nowNanos);
            if (over || trace.waitsLong(nowNanos)) {
                settle(trace, chosen);
            }
            if (over) {
                all.remove();
            }
        }
    }

    @Override
    public void settle(Consumer<Chosen> chosen) {
        traces.values().forEach(trace -> settle(trace, chosen));
        traces.clear();
    }

    @Override
    public long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    private void settle(HeldTrace trace, Consumer<Chosen> chosen) {
        held -= trace.size();
        leftOut += trace.settle(chosen);
    }
}
