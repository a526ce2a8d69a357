package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceStatus;
import java.util.List;
import java.util.Locale;

/** Turns conditions on traces into SQL on the table of traces. */
final class TraceConditions {
    private TraceConditions() {}

    static void add(List<Condition> conditions, SqlWhere where) {
        for (Condition condition : conditions) {
            switch (condition.field()) {
                case SESSION -> text("session", condition, where);
                case STORY -> text("story", condition, where);
                case USER -> text("user", condition, where);
                case NAME -> text("name", condition, where);
                case SERVICE -> text("service", condition, where);
                case MODEL -> model(condition, where);
                case STATUS -> where.and(status(condition));
                case DURATION -> number("end - start", condition, where);
                case COST -> number("coalesce(cost, 0)", condition, where);
                case TOKENS -> number("input + output", condition, where);
                case SPANS -> number("spans", condition, where);
                case ERRORS -> number("errors", condition, where);
            }
        }
    }

    /** A condition on a column that holds a word's number. */
    static void word(String column, Condition condition, SqlWhere where) {
        boolean without = condition.comparison() == Comparison.DIFFERENT;
        SqlWhere words = new SqlWhere();
        Comparison positive = without ? Comparison.EQUAL : condition.comparison();
        text("text", Condition.text(condition.field(), positive, condition.text()), words);
        String before = without ? column + " IS NULL OR " + column + " NOT IN (" : column + " IN (";
        where.and(words, "(" + before + "SELECT id FROM words WHERE ", "))");
    }

    /** A trace has many models: it differs from one when none of its calls used that. */
    private static void model(Condition condition, SqlWhere where) {
        boolean without = condition.comparison() == Comparison.DIFFERENT;
        Comparison positive = without ? Comparison.EQUAL : condition.comparison();
        SqlWhere calls = new SqlWhere();
        word("model", Condition.text(TraceField.MODEL, positive, condition.text()), calls);
        where.and(calls, "id " + (without ? "NOT IN" : "IN") + " (SELECT trace FROM calls WHERE ", ")");
    }

    private static void text(String column, Condition condition, SqlWhere where) {
        String text = condition.text();
        boolean pattern = text.indexOf('*') >= 0;
        switch (condition.comparison()) {
            case EQUAL -> {
                if (pattern) {
                    where.and(column + " LIKE ? ESCAPE '\\'", like(text).replace('*', '%'));
                } else {
                    where.and(column + " = ?", text);
                }
            }
            case DIFFERENT -> {
                if (pattern) {
                    where.and(
                            "coalesce(" + column + " NOT LIKE ? ESCAPE '\\', 1)",
                            like(text).replace('*', '%'));
                } else {
                    where.and(column + " IS NOT ?", text);
                }
            }
            case IS -> where.and(column + " = ?", text);
            case CONTAINS -> where.and(column + " LIKE ? ESCAPE '\\'", "%" + like(text) + "%");
            default -> throw new IllegalArgumentException(condition.comparison() + " is not for texts");
        }
    }

    private static void number(String expression, Condition condition, SqlWhere where) {
        String sign = condition.comparison() == Comparison.DIFFERENT
                ? "<>"
                : condition.comparison().sign();
        where.and("(" + expression + ") " + sign + " ?", condition.number());
    }

    private static String status(Condition condition) {
        String is =
                switch (TraceStatus.valueOf(condition.text().toUpperCase(Locale.ROOT))) {
                    case RUNNING -> "running > 0";
                    case INTERRUPTED -> "(running = 0 AND interrupted > 0)";
                    case ERROR -> "errors > 0";
                    case OK -> "(running = 0 AND interrupted = 0 AND errors = 0)";
                };
        return condition.comparison() == Comparison.DIFFERENT ? "NOT " + is : is;
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
