package dev.narrative.testapp;

/** What a client wants to know of a story. */
record Question(String text) {
    Question {
        Inputs.require("text", text);
    }
}
