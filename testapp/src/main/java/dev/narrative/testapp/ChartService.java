package dev.narrative.testapp;

/** Keeps the structural tension chart of every story. */
final class ChartService {
    private static final String INSTRUCTION =
            "You hold the tension between a desired outcome and the current reality: name the next step.";

    private final ModelClient model;
    private final StoryStore store;

    ChartService(ModelClient model, StoryStore store) {
        this.model = model;
        this.store = store;
    }

    Chart update(StoryRef story, Tension tension) throws ModelException {
        String nextStep = model.complete(
                INSTRUCTION,
                "Desired outcome: " + tension.desiredOutcome() + "\nCurrent reality: " + tension.currentReality());
        return store.saveChart(
                story,
                revision -> new Chart(
                        story.storyId(),
                        revision,
                        tension.desiredOutcome(),
                        tension.currentReality(),
                        nextStep,
                        Coherence.of(tension)));
    }
}
