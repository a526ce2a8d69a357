package dev.narrative.console.query;

/**
 * One thing that a trace has to be.
 *
 * @param text what a text is compared with; {@code *} stands for any characters in {@link Comparison#EQUAL} and
 *     {@link Comparison#DIFFERENT}
 * @param number what a number is compared with, durations in nanoseconds
 */
public record Condition(TraceField field, Comparison comparison, String text, double number) {
    public Condition {
        boolean numeric = field.kind() == TraceField.Kind.NUMBER || field.kind() == TraceField.Kind.DURATION;
        if (numeric ? !comparison.isForNumbers() : !comparison.isForText()) {
            throw new IllegalArgumentException(field.word() + " can't be compared by " + comparison.sign()
                    + "; it takes " + (numeric ? "=, !=, <, <=, > and >=" : "=, ==, != and ~"));
        }
    }

    public static Condition text(TraceField field, Comparison comparison, String text) {
        return new Condition(field, comparison, text, 0);
    }

    public static Condition number(TraceField field, Comparison comparison, double number) {
        return new Condition(field, comparison, "", number);
    }
}
