package dev.narrative.model.journal;

import java.nio.file.Path;

/**
 * Something in the journal that could not be read; all else was.
 *
 * @param line counted from 1, 0 when it is about the file or directory as a whole
 * @param message what is wrong and what to do
 */
public record JournalProblem(Path file, int line, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
