package dev.narrative.console.analysis;

import dev.narrative.console.store.TraceSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts traces together that belong to the same. */
public final class TraceGroups {
    private TraceGroups() {}

    /**
     * The groups, those first that ended last.
     *
     * @param key what traces of a group have in common; traces of which it is {@code null} are in none
     */
    public static List<TraceGroup> of(List<TraceSummary> traces, Function<TraceSummary, @Nullable String> key) {
        Map<String, TraceGroup> groups = new LinkedHashMap<>();
        for (TraceSummary trace : traces) {
            String id = key.apply(trace);
            if (id != null) {
                groups.computeIfAbsent(id, TraceGroup::new).add(trace);
            }
        }
        return groups.values().stream()
                .sorted(Comparator.comparingLong(TraceGroup::endNanos).reversed())
                .toList();
    }
}
