package dev.narrative.testapp;

import java.util.concurrent.CompletableFuture;

/** Writes the next beat of a story without holding a thread while the model thinks. */
final class BeatWriter {
    private static final String INSTRUCTION =
            "You continue the story by one beat: something changes, in two sentences.";

    private final ModelClient model;
    private final StoryStore store;

    BeatWriter(ModelClient model, StoryStore store) {
        this.model = model;
        this.store = store;
    }

    CompletableFuture<Beat> write(StoryRef story, Passage passage) {
        return model.completeLater(INSTRUCTION, passage.text())
                .thenApply(prose -> store.saveBeat(story, number -> new Beat(story.storyId(), number, prose)));
    }
}
