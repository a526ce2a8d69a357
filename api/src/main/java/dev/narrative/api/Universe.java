package dev.narrative.api;

/** The universe from which a step is seen, {@code narrative.universe}. */
public enum Universe {
    /** Says nothing. */
    NONE,
    /** The technical one. */
    ENGINEER,
    /** That of the people and their practice. */
    CEREMONY,
    /** That of the narrative. */
    STORY
}
