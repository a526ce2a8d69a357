package dev.narrative.console.store.sql;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.TraceCalls;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls counted by trace and model. */
public final class TraceCallGroups {
    /** The calls of one trace. */
    private static final class Group {
        private final Map<String, Long> models = new TreeMap<>();
        private final DurationBuckets firstTokens = new DurationBuckets();

        private TraceCalls calls() {
            List<String> most = models.entrySet().stream()
                    .sorted(Collections.reverseOrder(Comparator.comparingLong(Map.Entry::getValue)))
                    .map(Map.Entry::getKey)
                    .toList();
            return new TraceCalls(most, firstTokens.total() == 0 ? null : Long.valueOf(firstTokens.percentile(0.5)));
        }
    }

    private final Map<TraceId, Group> groups = new HashMap<>();

    /** Counts calls; where the model is not known, only their first tokens. */
    public void add(TraceId trace, @Nullable String model, long calls) {
        Group group = groups.computeIfAbsent(trace, added -> new Group());
        if (model != null && !model.isEmpty()) {
            group.models.merge(model, calls, Long::sum);
        }
    }

    /** The first tokens of the calls of a trace. */
    public DurationBuckets firstTokens(TraceId trace) {
        return groups.computeIfAbsent(trace, added -> new Group()).firstTokens;
    }

    public Map<TraceId, TraceCalls> calls() {
        Map<TraceId, TraceCalls> calls = new HashMap<>();
        groups.forEach((trace, group) -> calls.put(trace, group.calls()));
        return calls;
    }
}
