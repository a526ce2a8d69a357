package dev.narrative.console.query;

import dev.narrative.model.EditDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads conditions from a text such as {@code model=gpt-4o cost>0.01 status=error name~"find beats"}; all must hold.
 * Values with blanks stand in quotes. What is wrong is said in an {@link IllegalArgumentException}.
 */
public final class Where {
    private final String text;
    private int at;

    private Where(String text) {
        this.text = text;
    }

    public static List<Condition> parse(String text) {
        Where where = new Where(text);
        List<Condition> conditions = new ArrayList<>();
        for (where.skipBlanks(); where.at < text.length(); where.skipBlanks()) {
            conditions.add(where.condition());
        }
        return conditions;
    }

    /** The condition that a field compares so with a value written by a person. */
    public static Condition condition(TraceField field, Comparison comparison, String value) {
        return switch (field.kind()) {
            case TEXT -> Condition.text(field, comparison, value);
            case STATUS -> Condition.text(field, comparison, status(value).word());
            case DURATION -> Condition.number(field, comparison, (double) TimeText.durationNanos(value));
            case NUMBER -> Condition.number(field, comparison, number(field, value));
        };
    }

    private Condition condition() {
        int begin = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        TraceField field = field(text.substring(begin, at));
        skipBlanks();
        Comparison comparison = comparison(field);
        skipBlanks();
        return condition(field, comparison, value(field));
    }

    private TraceField field(String word) {
        for (TraceField field : TraceField.values()) {
            if (field.word().equals(word.toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        List<String> words =
                Arrays.stream(TraceField.values()).map(TraceField::word).toList();
        if (word.isEmpty()) {
            throw new IllegalArgumentException(
                    "a field was expected at '" + text.substring(at) + "'; fields are " + String.join(", ", words));
        }
        String nearest = EditDistance.nearest(word, words);
        throw new IllegalArgumentException("there is no field '" + word + "'; "
                + (nearest != null ? "did you mean " + nearest + "?" : "fields are " + String.join(", ", words)));
    }

    private Comparison comparison(TraceField field) {
        Comparison longest = null;
        for (Comparison candidate : Comparison.values()) {
            boolean longer = longest == null
                    || candidate.sign().length() > longest.sign().length();
            if (longer && text.startsWith(candidate.sign(), at)) {
                longest = candidate;
            }
        }
        if (longest == null) {
            throw new IllegalArgumentException("one of = == != < <= > >= ~ was expected after '" + field.word() + "'");
        }
        at += longest.sign().length();
        return longest;
    }

    private String value(TraceField field) {
        char first = at < text.length() ? text.charAt(at) : ' ';
        int end;
        if (first == '"' || first == '\'') {
            end = text.indexOf(first, at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("the quote of '" + field.word() + "' is not closed");
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            return quoted;
        }
        end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end == at) {
            throw new IllegalArgumentException("'" + field.word() + "' is compared with nothing");
        }
        String plain = text.substring(at, end);
        at = end;
        return plain;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static TraceStatus status(String value) {
        for (TraceStatus status : TraceStatus.values()) {
            if (status.word().equals(value.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new IllegalArgumentException("'" + value + "' is no status; it is ok, error, running or interrupted");
    }

    private static double number(TraceField field, String value) {
        try {
            double number = Double.parseDouble(value.startsWith("$") ? value.substring(1) : value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(field.word() + " is compared with '" + value + "', which is no number");
    }
}
