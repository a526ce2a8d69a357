package dev.narrative.testapp;

import java.util.concurrent.CompletableFuture;

/** The four things that can be done with a story; both services offer them under the same paths. */
interface StoryDesk {
    Analysis analyse(StoryRef story, Passage passage) throws ModelException;

    Chart updateChart(StoryRef story, Tension tension) throws ModelException;

    /** What goes wrong on the way is a {@link ModelException} of the future. */
    CompletableFuture<Beat> createBeat(StoryRef story, Passage passage);

    Reply ask(StoryRef story, Question question) throws ModelException;
}
