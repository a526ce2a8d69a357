package dev.narrative.model.score;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of values that a score can have; the names are Langfuse's. */
public enum ScoreType {
    NUMERIC,
    CATEGORICAL,
    BOOLEAN,
    TEXT;

    /** In lower case, as rules, attributes and the command line have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name in lower case, {@code null} when there is none. */
    public static @Nullable ScoreType find(String text) {
        for (ScoreType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        return null;
    }

    /**
     * A value of this type.
     *
     * @param value a number, a {@code Boolean} or a text, which is read where that is needed
     * @throws IllegalArgumentException when it can't be one; the message says why
     */
    public ScoreValue value(Object value) {
        return switch (this) {
            case NUMERIC -> new ScoreValue.Numeric(number(value));
            case CATEGORICAL -> new ScoreValue.Categorical(value.toString());
            case BOOLEAN -> new ScoreValue.Flag(flag(value));
            case TEXT -> new ScoreValue.Text(value.toString());
        };
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        try {
            return Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number", e);
        }
    }

    private static boolean flag(Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> true;
            case "false", "0", "0.0" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
