package dev.narrative.core.export;

import dev.narrative.core.log.AgentLog;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells what a destination lost since it was told last: one line, at most once a minute. */
final class LossReport {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final DestinationCounters counters;
    private final Map<LossCause, Long> told = new EnumMap<>(LossCause.class);
    private long lastTold;
    private boolean everTold;

    LossReport(String name, DestinationCounters counters) {
        this.name = name;
        this.counters = counters;
        for (LossCause cause : LossCause.values()) {
            told.put(cause, counters.lost(cause));
        }
    }

    /** Tells what is new, when it is time again. */
    void tell(long nowNanos) {
        if ((!everTold || nowNanos - lastTold >= EVERY_NANOS) && tellRest()) {
            everTold = true;
            lastTold = nowNanos;
        }
    }

    /** Tells what has not been told yet; false when there is nothing. */
    boolean tellRest() {
        StringBuilder causes = new StringBuilder();
        long all = 0;
        for (LossCause cause : LossCause.values()) {
            long lost = counters.lost(cause);
            long fresh = lost - told.getOrDefault(cause, 0L);
            if (fresh > 0) {
                all += fresh;
                told.put(cause, lost);
                describe(cause, fresh, causes);
            }
        }
        if (all > 0) {
            AgentLog.warn("exporter " + name + ": lost " + all + (all == 1 ? " span: " : " spans: ") + causes);
        }
        return all > 0;
    }

    private void describe(LossCause cause, long spans, StringBuilder line) {
        line.append(line.length() == 0 ? "" : " - ").append(spans).append(' ').append(cause.label());
        String detail = counters.detail(cause);
        if (detail != null) {
            line.append(" (").append(detail).append(')');
        }
        if (!cause.advice().isEmpty()) {
            line.append("; ").append(cause.advice());
        }
    }
}
