package dev.narrative.console.store.postgres;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.TraceConditions;
import dev.narrative.console.store.sql.TraceDialect;

/** Conditions on the database's tables. */
final class PostgresDialect implements TraceDialect {
    static final TraceConditions CONDITIONS = new TraceConditions(new PostgresDialect());

    private PostgresDialect() {}

    @Override
    public String column(TraceField field) {
        return switch (field) {
            case USER -> "user_id";
            case DURATION -> "ended - started";
            case COST -> "coalesce(cost, 0)";
            case TOKENS -> "input + output";
            default -> field.word();
        };
    }

    /** Within the locale C only ASCII letters are made small. */
    @Override
    public String like(String expression) {
        return "lower(" + expression + " COLLATE \"C\") LIKE lower(? COLLATE \"C\")";
    }

    /** A trace has many models: it differs from one when none of its calls used that. */
    @Override
    public void model(Condition condition, boolean without, SqlWhere where) {
        SqlWhere calls = new SqlWhere();
        CONDITIONS.text("model", condition, calls);
        where.and(calls, "id " + (without ? "NOT IN" : "IN") + " (SELECT trace FROM calls WHERE ", ")");
    }
}
