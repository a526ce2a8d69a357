package dev.narrative.testapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The latest chart and all beats of every story, in memory. */
final class StoryStore {
    private final Map<StoryRef, Chart> charts = new ConcurrentHashMap<>();
    private final Map<StoryRef, List<Beat>> beats = new ConcurrentHashMap<>();

    /** @param next makes the chart from its revision, 1 for the first */
    Chart saveChart(StoryRef story, IntFunction<Chart> next) {
        return charts.compute(story, (key, last) -> next.apply(last == null ? 1 : last.revision() + 1));
    }

    /** @param next makes the beat from its number, 1 for the first */
    Beat saveBeat(StoryRef story, IntFunction<Beat> next) {
        List<Beat> all = beats.compute(story, (key, before) -> {
            List<Beat> more = before == null ? new ArrayList<>() : new ArrayList<>(before);
            more.add(next.apply(more.size() + 1));
            return List.copyOf(more);
        });
        return all.get(all.size() - 1);
    }

    @Nullable
    Chart findChart(StoryRef story) {
        return charts.get(story);
    }

    /** In the order of their numbers. */
    List<Beat> findBeats(StoryRef story) {
        return beats.getOrDefault(story, List.of());
    }
}
