package dev.narrative.testapp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Reads a passage in all universes at once. */
final class StoryAnalyst {
    private final UniverseReader reader;
    private final Executor readers;

    /** @param readers where the readings run side by side */
    StoryAnalyst(UniverseReader reader, Executor readers) {
        this.reader = reader;
        this.readers = readers;
    }

    Analysis analyse(StoryRef story, Passage passage) throws ModelException {
        List<CompletableFuture<Reading>> pending = Arrays.stream(Universe.values())
                .map(universe -> CompletableFuture.supplyAsync(() -> read(universe, story, passage), readers))
                .toList();
        try {
            List<Reading> readings =
                    pending.stream().map(CompletableFuture::join).toList();
            return new Analysis(story.storyId(), readings, lead(readings));
        } catch (CompletionException e) {
            if (Failures.cause(e) instanceof ModelException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private Reading read(Universe universe, StoryRef story, Passage passage) {
        try {
            return switch (universe) {
                case ENGINEER -> reader.readAsEngineer(story, passage);
                case CEREMONY -> reader.readAsCeremony(story, passage);
                case STORY -> reader.readAsStory(story, passage);
            };
        } catch (ModelException e) {
            throw new CompletionException(e);
        }
    }

    /** The universe that finds most; the earlier one when two find the same. */
    private static Universe lead(List<Reading> readings) {
        return readings.stream()
                .max(Comparator.comparingInt(Reading::weight)
                        .thenComparing(Reading::universe, Comparator.reverseOrder()))
                .orElseThrow()
                .universe();
    }
}
