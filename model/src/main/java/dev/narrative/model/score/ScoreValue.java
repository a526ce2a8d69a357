package dev.narrative.model.score;

import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/** What a score says. */
public sealed interface ScoreValue {
    ScoreType type();

    /** The value as a number or a flag has it, or as text; the text is masked. */
    Object plain();

    /** The value whose type its own Java type tells: a number, a {@code Boolean}, or a category by its text. */
    static ScoreValue of(Object value) {
        if (value instanceof Number) {
            return ScoreType.NUMERIC.value(value);
        }
        return (value instanceof Boolean ? ScoreType.BOOLEAN : ScoreType.CATEGORICAL).value(value);
    }

    /**
     * The value that a person wrote.
     *
     * @param type {@code null} for what the text looks like: a number, {@code true} or {@code false}, else a category
     * @throws IllegalArgumentException when it can't be one; the message says why
     */
    static ScoreValue parse(String text, @Nullable ScoreType type) {
        if (type != null) {
            return type.value(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return ScoreType.BOOLEAN.value(text);
        }
        try {
            return ScoreType.NUMERIC.value(text);
        } catch (IllegalArgumentException noNumber) {
            return ScoreType.CATEGORICAL.value(text);
        }
    }

    /** A measure, such as a coherence from 0 to 1. */
    record Numeric(double number) implements ScoreValue {
        public Numeric {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("must be a finite number");
            }
        }

        @Override
        public ScoreType type() {
            return ScoreType.NUMERIC;
        }

        @Override
        public Object plain() {
            return number;
        }
    }

    /** One of a few names, such as {@code good}. */
    record Categorical(String category) implements ScoreValue {
        public Categorical {
            category = bounded(category);
        }

        @Override
        public ScoreType type() {
            return ScoreType.CATEGORICAL;
        }

        @Override
        public Object plain() {
            return category;
        }
    }

    /** Yes or no. */
    record Flag(boolean set) implements ScoreValue {
        @Override
        public ScoreType type() {
            return ScoreType.BOOLEAN;
        }

        @Override
        public Object plain() {
            return set;
        }
    }

    /** A remark in words, at most {@value #MAX_TEXT} characters of it. */
    record Text(String text) implements ScoreValue {
        static final int MAX_TEXT = 500;

        public Text {
            text = bounded(text);
        }

        @Override
        public ScoreType type() {
            return ScoreType.TEXT;
        }

        @Override
        public Object plain() {
            return text;
        }
    }

    private static String bounded(String text) {
        String masked = Masking.maskStart(text.strip(), Text.MAX_TEXT);
        if (masked.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        return masked;
    }
}
