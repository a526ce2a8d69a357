package dev.narrative.console.store.postgres;

import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Runs queries with parameters that people wrote. */
final class PostgresSql {
    private PostgresSql() {}

    static <T> List<T> list(Connection connection, String sql, Sql.RowReader<T> reader, Object... parameters)
            throws SQLException {
        return Sql.list(connection, sql, reader, clean(parameters));
    }

    /** Parameters as PostgreSQL takes them. */
    static Object[] clean(Object... parameters) {
        return Arrays.stream(parameters)
                .map(value -> value instanceof String text ? PostgresText.of(text) : value)
                .toArray();
    }
}
