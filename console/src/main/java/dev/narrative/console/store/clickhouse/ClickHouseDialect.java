package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.TraceConditions;
import dev.narrative.console.store.sql.TraceDialect;
import java.util.Locale;

/** Conditions on summaries of traces. */
final class ClickHouseDialect implements TraceDialect {
    private final TraceConditions conditions = new TraceConditions(this);
    private final String table;

    ClickHouseDialect(String table) {
        this.table = table;
    }

    TraceConditions conditions() {
        return conditions;
    }

    @Override
    public String column(TraceField field) {
        return switch (field) {
            case DURATION -> "ended - started";
            case TOKENS -> "input + output";
            default -> field.word();
        };
    }

    /** Only ASCII letters are made small, on both sides. */
    @Override
    public String like(String expression) {
        return "lower(" + expression + ") LIKE ?";
    }

    @Override
    public String pattern(String pattern) {
        StringBuilder small = new StringBuilder(pattern);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < 0x80) {
                small.setCharAt(i, String.valueOf(c).toLowerCase(Locale.ROOT).charAt(0));
            }
        }
        return small.toString();
    }

    /** A trace has many models: it differs from one when none of its calls used that. */
    @Override
    public void model(Condition condition, boolean without, SqlWhere where) {
        SqlWhere calls = new SqlWhere();
        conditions.text(SummarySql.MODEL, condition, calls);
        where.and(calls, "id " + (without ? "NOT IN" : "IN") + " (SELECT TraceId FROM " + table + " WHERE ", ")");
    }
}
