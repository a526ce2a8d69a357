package dev.narrative.console.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to run statements; parameters are numbered from 1 in the order of their question marks. */
public final class Sql {
    /** Makes something of the row that a result stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the row that a result stands on. */
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /** Hands over one row after the other. */
    public static void each(Connection connection, String sql, RowTaker taker, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }

    public static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return list(statement, reader);
        }
    }

    public static <T> List<T> list(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    /** The one number that a query gives, 0 where it gives none. */
    public static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        List<Long> rows = list(connection, sql, row -> row.getLong(1), parameters);
        return rows.isEmpty() ? 0 : rows.get(0);
    }

    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    public static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    public static void set(PreparedStatement statement, int at, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setLong(at, number);
        }
    }

    public static void set(PreparedStatement statement, int at, @Nullable Double number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.REAL);
        } else {
            statement.setDouble(at, number);
        }
    }

    public static @Nullable Double decimal(ResultSet row, int at) throws SQLException {
        double number = row.getDouble(at);
        return row.wasNull() ? null : number;
    }
}
