package dev.narrative.model.masking.pattern;

/** What stands on one side of a place in a text, as far as conditions ask for it. */
enum Neighbour {
    EDGE,
    WORD,
    OTHER
}
