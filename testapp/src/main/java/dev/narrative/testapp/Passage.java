package dev.narrative.testapp;

/** The text that a client wants to have read, or continued by a beat. */
record Passage(String text) {
    Passage {
        Inputs.require("text", text);
    }
}
