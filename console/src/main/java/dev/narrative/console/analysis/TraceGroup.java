package dev.narrative.console.analysis;

import dev.narrative.console.store.TraceSummary;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Traces that have something in common, summed up. */
public final class TraceGroup {
    private final String id;
    private final Set<String> sessions = new HashSet<>();
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private long traces;
    private long spans;
    private long errors;
    private long running;
    private long inputTokens;
    private long outputTokens;
    private @Nullable Double cost;

    TraceGroup(String id) {
        this.id = id;
    }

    void add(TraceSummary trace) {
        start = Math.min(start, trace.startNanos());
        end = Math.max(end, trace.endNanos());
        traces++;
        spans += trace.spans();
        errors += trace.errors();
        running += trace.running();
        inputTokens += trace.inputTokens();
        outputTokens += trace.outputTokens();
        Double more = trace.cost();
        if (more != null) {
            cost = cost == null ? more : cost + more;
        }
        String session = trace.session();
        if (session != null) {
            sessions.add(session);
        }
    }

    public String id() {
        return id;
    }

    public long startNanos() {
        return start;
    }

    public long endNanos() {
        return end;
    }

    public long traces() {
        return traces;
    }

    public long sessions() {
        return sessions.size();
    }

    public long spans() {
        return spans;
    }

    public long errors() {
        return errors;
    }

    public long running() {
        return running;
    }

    public long inputTokens() {
        return inputTokens;
    }

    public long outputTokens() {
        return outputTokens;
    }

    public @Nullable Double cost() {
        return cost;
    }
}
