package dev.narrative.console.store.sqlite;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a query, with their parameters; values never become part of the SQL text. */
final class SqlWhere {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    SqlWhere and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    SqlWhere and(SqlWhere nested, String before, String after) {
        conditions.add(before + nested.conditions() + after);
        parameters.addAll(nested.parameters);
        return this;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Behind {@code WHERE}; always true where there is no condition. */
    String conditions() {
        return conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
    }

    Object[] parameters(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
