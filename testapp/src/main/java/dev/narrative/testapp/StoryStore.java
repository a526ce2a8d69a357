package dev.narrative.testapp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The latest chart and the latest beat of every story, in memory. */
final class StoryStore {
    private final Map<StoryRef, Chart> charts = new ConcurrentHashMap<>();
    private final Map<StoryRef, Beat> beats = new ConcurrentHashMap<>();

    /** @param next makes the chart from its revision, 1 for the first */
    Chart saveChart(StoryRef story, IntFunction<Chart> next) {
        return charts.compute(story, (key, last) -> next.apply(last == null ? 1 : last.revision() + 1));
    }

    /** @param next makes the beat from its number, 1 for the first */
    Beat saveBeat(StoryRef story, IntFunction<Beat> next) {
        return beats.compute(story, (key, last) -> next.apply(last == null ? 1 : last.number() + 1));
    }
}
