package dev.narrative.testapp;

/** The two ends of a structural tension, as a client states them. */
record Tension(String desiredOutcome, String currentReality) {
    Tension {
        Inputs.require("desiredOutcome", desiredOutcome);
        Inputs.require("currentReality", currentReality);
    }
}
