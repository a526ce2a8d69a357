package dev.narrative.console.store;

/**
 * A line of the journal that could not be read whole.
 *
 * @param file the absolute path
 * @param position the line's first byte
 * @param message what is wrong
 */
public record LineProblem(String file, long position, String message) {}
