package dev.narrative.console.cli;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceStatus;
import dev.narrative.console.store.TraceSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds back changed traces until they have not changed from one look to the next, and nothing runs in them. */
final class SettledTraces {
    private final Map<TraceId, TraceSummary> waiting = new LinkedHashMap<>();

    /** Takes the traces that changed since the last look; gives those that have settled. */
    List<TraceSummary> look(Collection<TraceSummary> changed) {
        List<TraceSummary> settled = new ArrayList<>();
        for (TraceSummary trace : changed) {
            waiting.remove(trace.id());
        }
        waiting.values().removeIf(trace -> {
            boolean running = trace.status() == TraceStatus.RUNNING;
            if (!running) {
                settled.add(trace);
            }
            return !running;
        });
        for (TraceSummary trace : changed) {
            waiting.put(trace.id(), trace);
        }
        return settled;
    }
}
