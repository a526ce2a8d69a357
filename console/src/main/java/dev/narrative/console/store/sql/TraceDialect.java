package dev.narrative.console.store.sql;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;

/** How a store's SQL says what conditions on traces need. */
public interface TraceDialect {
    /** The expression of a field; of every field but model and status. */
    String column(TraceField field);

    /** The comparison of a text with a pattern that a parameter has, small and capital ASCII letters being the same. */
    String like(String expression);

    /** What {@link #like} takes for a pattern. */
    default String pattern(String pattern) {
        return pattern;
    }

    /** Adds a condition that one of a trace's calls has such a model; {@code without} that none has. */
    void model(Condition condition, boolean without, SqlWhere where);
}
