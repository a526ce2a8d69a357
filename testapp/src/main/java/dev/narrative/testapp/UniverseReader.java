package dev.narrative.testapp;

/** Asks the model for the reading of one universe. */
final class UniverseReader {
    private final ModelClient model;

    UniverseReader(ModelClient model) {
        this.model = model;
    }

    Reading readAsEngineer(StoryRef story, Passage passage) throws ModelException {
        return read(Universe.ENGINEER, story, passage);
    }

    Reading readAsCeremony(StoryRef story, Passage passage) throws ModelException {
        return read(Universe.CEREMONY, story, passage);
    }

    Reading readAsStory(StoryRef story, Passage passage) throws ModelException {
        return read(Universe.STORY, story, passage);
    }

    private Reading read(Universe universe, StoryRef story, Passage passage) throws ModelException {
        String text = model.complete(universe.instruction(), "Story " + story.storyId() + ":\n" + passage.text());
        return new Reading(universe, text, Words.of(text).size());
    }
}
