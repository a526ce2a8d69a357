package dev.narrative.core.rules;

import dev.narrative.core.capture.Capture;
import dev.narrative.model.score.ScoreType;
import org.jspecify.annotations.Nullable;

/**
 * A value that is kept as a score.
 *
 * @param capture where it is read from, and the score's name
 * @param type what it is read as; {@code null} for what its own Java type tells
 * @param target {@code span}, {@code trace} or {@code session}: what it judges
 */
public record ScoreCapture(Capture capture, @Nullable ScoreType type, String target) {
    public String name() {
        return capture.target();
    }
}
