package dev.narrative.console.store.sql;

import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceStatus;
import java.util.List;
import java.util.Locale;

/** Turns conditions on traces into SQL. */
public final class TraceConditions {
    private final TraceDialect dialect;

    public TraceConditions(TraceDialect dialect) {
        this.dialect = dialect;
    }

    public void add(List<Condition> conditions, SqlWhere where) {
        for (Condition condition : conditions) {
            TraceField field = condition.field();
            switch (field) {
                case SESSION, STORY, USER, NAME, SERVICE -> text(dialect.column(field), condition, where);
                case MODEL -> dialect.model(positive(condition), isWithout(condition), where);
                case STATUS -> where.and(status(condition));
                case DURATION, COST, TOKENS, SPANS, ERRORS -> number(dialect.column(field), condition, where);
            }
        }
    }

    /** Whether a condition holds where no value is such. */
    public static boolean isWithout(Condition condition) {
        return condition.comparison() == Comparison.DIFFERENT;
    }

    /** The condition that asks for such values, where it asks for others. */
    public static Condition positive(Condition condition) {
        return isWithout(condition) ? Condition.text(condition.field(), Comparison.EQUAL, condition.text()) : condition;
    }

    /** Adds a condition on a text; one that is absent differs from every other. */
    public void text(String column, Condition condition, SqlWhere where) {
        String text = condition.text();
        String pattern = dialect.pattern(like(text).replace('*', '%'));
        boolean starred = text.indexOf('*') >= 0;
        switch (condition.comparison()) {
            case EQUAL -> where.and(starred ? dialect.like(column) : column + " = ?", starred ? pattern : text);
            case DIFFERENT ->
                where.and(
                        "coalesce(" + (starred ? "NOT (" + dialect.like(column) + ")" : column + " <> ?") + ", TRUE)",
                        starred ? pattern : text);
            case IS -> where.and(column + " = ?", text);
            case CONTAINS -> where.and(dialect.like(column), dialect.pattern("%" + like(text) + "%"));
            default -> throw new IllegalArgumentException(condition.comparison() + " is not for texts");
        }
    }

    private static void number(String expression, Condition condition, SqlWhere where) {
        String sign = isWithout(condition) ? "<>" : condition.comparison().sign();
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
        return isWithout(condition) ? "NOT " + is : is;
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
