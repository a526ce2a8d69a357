package dev.narrative.console.store.postgres;

import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the tables to the version that this console knows. Each step is a file of SQL, run once, in one transaction
 * with the note that it was; a step that was released never changes.
 */
final class PostgresSchema {
    private static final String[] STEPS = {"V1__tables.sql", "V2__holds.sql"};

    private PostgresSchema() {}

    /** Makes the schema where there is none, for which one needs a right that is not needed later. */
    static void createIfMissing(Connection connection, String schema) throws SQLException {
        boolean missing = Sql.list(
                        connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", row -> row.getInt(1), schema)
                .isEmpty();
        if (missing) {
            execute(connection, "CREATE SCHEMA IF NOT EXISTS \"" + schema.replace("\"", "\"\"") + '"');
        }
    }

    static boolean isCurrent(Connection connection) throws SQLException {
        return version(connection) == STEPS.length;
    }

    static void migrate(Connection connection) throws SQLException {
        if (!hasMigrations(connection)) {
            execute(
                    connection,
                    "CREATE TABLE migrations(version integer PRIMARY KEY, step text NOT NULL,"
                            + " applied timestamptz NOT NULL DEFAULT now())");
        }
        int version = version(connection);
        if (version > STEPS.length) {
            throw new StoreException(
                    "the database was made by a newer console (version " + version + ", this one knows " + STEPS.length
                            + "); take the newer narrative.jar",
                    new IOException("unknown version"));
        }
        for (int next = version + 1; next <= STEPS.length; next++) {
            execute(connection, read(STEPS[next - 1]));
            Sql.update(connection, "INSERT INTO migrations(version, step) VALUES(?, ?)", next, STEPS[next - 1]);
        }
    }

    private static int version(Connection connection) throws SQLException {
        return hasMigrations(connection)
                ? (int) Sql.number(connection, "SELECT coalesce(max(version), 0) FROM migrations")
                : 0;
    }

    private static boolean hasMigrations(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM pg_class WHERE oid = to_regclass('migrations')") > 0;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String step) {
        try (InputStream in = PostgresSchema.class.getResourceAsStream(step)) {
            if (in == null) {
                throw new IOException(step + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("the tables can't be made (" + e.getMessage() + ")", e);
        }
    }
}
