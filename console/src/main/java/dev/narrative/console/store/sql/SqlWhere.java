package dev.narrative.console.store.sql;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a query, with their parameters; values never become part of the SQL text. */
public final class SqlWhere {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    public SqlWhere and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    public SqlWhere and(SqlWhere nested, String before, String after) {
        conditions.add(before + nested.conditions() + after);
        parameters.addAll(nested.parameters);
        return this;
    }

    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Behind {@code WHERE}; always true where there is no condition. */
    public String conditions() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    public Object[] parameters(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
