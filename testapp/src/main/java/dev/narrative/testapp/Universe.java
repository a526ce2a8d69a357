package dev.narrative.testapp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three readings of every story: what is built, what is honoured, what is told. */
enum Universe {
    @JsonProperty("engineer")
    ENGINEER("You read as an engineer: name what is built, what holds it and what could break."),

    @JsonProperty("ceremony")
    CEREMONY("You read as the keeper of the ceremony: name who is present, what is honoured and what is owed."),

    @JsonProperty("story")
    STORY("You read as the storyteller: name the desire, the obstacle and the turn.");

    private final String instruction;

    Universe(String instruction) {
        this.instruction = instruction;
    }

    /** The system message that makes a model read in this universe. */
    String instruction() {
        return instruction;
    }
}
