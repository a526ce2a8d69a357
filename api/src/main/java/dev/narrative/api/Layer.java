package dev.narrative.api;

/** The layer of the application that a step belongs to, {@code narrative.layer}. */
public enum Layer {
    /** Says nothing. */
    NONE,
    /** Where requests come in. */
    API,
    /** Where the work is done. */
    CORE,
    /** Where state is kept. */
    PERSISTENCE
}
