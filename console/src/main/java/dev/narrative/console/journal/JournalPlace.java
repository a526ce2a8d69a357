package dev.narrative.console.journal;

/**
 * Where in the journal a span's line stands.
 *
 * @param file the absolute path of the file
 * @param position the line's first byte, counted from 0
 * @param length the line's bytes, without the newline
 */
public record JournalPlace(String file, long position, int length) {}
