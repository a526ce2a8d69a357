package dev.narrative.model.score;

import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/**
 * A judgement: how coherent, how helpful, passed or not. Its texts are masked and bounded.
 *
 * @param name what is judged, such as {@code coherence}; at most {@value #MAX_NAME} characters
 * @param comment why, in words
 * @param id the key under which a repeat overwrites; {@code null} for the one that target and name make
 */
public record Score(
        String name,
        ScoreValue value,
        @Nullable String comment,
        @Nullable String id) {
    static final int MAX_NAME = 200;
    private static final int MAX_COMMENT = 2_000;

    public Score {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a score's name must have 1 to " + MAX_NAME + " characters");
        }
        if (id != null && (id.isBlank() || id.length() > MAX_NAME)) {
            throw new IllegalArgumentException("a score's id must have 1 to " + MAX_NAME + " characters");
        }
        comment = comment == null || comment.isBlank() ? null : Masking.maskStart(comment, MAX_COMMENT);
    }

    public Score(String name, ScoreValue value) {
        this(name, value, null, null);
    }

    public static Score numeric(String name, double number) {
        return new Score(name, new ScoreValue.Numeric(number));
    }

    public static Score categorical(String name, String category) {
        return new Score(name, new ScoreValue.Categorical(category));
    }

    public static Score flag(String name, boolean set) {
        return new Score(name, new ScoreValue.Flag(set));
    }

    public static Score text(String name, String text) {
        return new Score(name, new ScoreValue.Text(text));
    }

    public Score withComment(@Nullable String newComment) {
        return new Score(name, value, newComment, id);
    }

    /** The same score under a key of the caller's own. */
    public Score withId(@Nullable String newId) {
        return new Score(name, value, comment, newId);
    }
}
