package dev.narrative.testapp;

/**
 * A story's structural tension chart.
 *
 * @param revision 1 for the first chart of a story
 * @param nextStep the action that resolves the tension, in the model's words
 * @param coherence how far the two ends speak of the same thing, from 0 to 1
 */
record Chart(
        String storyId, int revision, String desiredOutcome, String currentReality, String nextStep, double coherence) {
    /** As a model reads it. */
    String told() {
        return "Desired outcome: " + desiredOutcome + "\nCurrent reality: " + currentReality + "\nNext step: "
                + nextStep;
    }
}
