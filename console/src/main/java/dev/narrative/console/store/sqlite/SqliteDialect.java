package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.TraceConditions;
import dev.narrative.console.store.sql.TraceDialect;

/** Conditions on the index's tables. */
final class SqliteDialect implements TraceDialect {
    static final TraceConditions CONDITIONS = new TraceConditions(new SqliteDialect());

    private SqliteDialect() {}

    /** Adds a condition on a column that holds a word's number. */
    static void word(String column, Condition condition, SqlWhere where) {
        boolean without = TraceConditions.isWithout(condition);
        SqlWhere words = new SqlWhere();
        CONDITIONS.text("text", TraceConditions.positive(condition), words);
        where.and(
                words,
                "(" + column + (without ? " IS NULL OR " + column + " NOT IN" : " IN")
                        + " (SELECT id FROM words WHERE ",
                "))");
    }

    @Override
    public String column(TraceField field) {
        return switch (field) {
            case DURATION -> "end - start";
            case COST -> "coalesce(cost, 0)";
            case TOKENS -> "input + output";
            default -> field.word();
        };
    }

    @Override
    public String like(String expression) {
        return expression + " LIKE ? ESCAPE '\\'";
    }

    /** A trace has many models: it differs from one when none of its calls used that. */
    @Override
    public void model(Condition condition, boolean without, SqlWhere where) {
        SqlWhere calls = new SqlWhere();
        word("model", condition, calls);
        where.and(calls, "id " + (without ? "NOT IN" : "IN") + " (SELECT trace FROM calls WHERE ", ")");
    }
}
