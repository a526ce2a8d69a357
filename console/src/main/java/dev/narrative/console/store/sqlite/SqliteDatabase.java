package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the database file, and tells what went wrong with it in words. */
final class SqliteDatabase {
    private static final String[] SETTINGS = {
        "PRAGMA busy_timeout = 10000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = NORMAL",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -65536",
        "PRAGMA mmap_size = 1073741824",
        "PRAGMA wal_autocheckpoint = 8000",
        "PRAGMA journal_size_limit = 67108864",
    };

    private SqliteDatabase() {}

    /** Opens a database of this version; one that is broken or of another version is begun anew. */
    static Connection open(Path file, String... more) {
        if (!SqliteLibrary.load()) {
            // A temporary directory may forbid to load code from it.
            System.setProperty("org.sqlite.tmpdir", String.valueOf(file.getParent()));
        }
        try {
            return openVersion(file, more);
        } catch (SQLException e) {
            if (!isBroken(e)) {
                throw failed(file, e);
            }
        }
        delete(file);
        try {
            return openVersion(file, more);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** Has loaded what the first use of a database takes most of its time for. */
    static void warmUp() {
        if (!SqliteLibrary.load()) {
            return;
        }
        try (Connection connection = JDBC.createConnection(JDBC.PREFIX + ":memory:", properties());
                PreparedStatement question = connection.prepareStatement("SELECT ?")) {
            question.setLong(1, 1);
            try (ResultSet row = question.executeQuery()) {
                row.next();
            }
        } catch (SQLException e) {
            // who opens the index is told
        }
    }

    static void delete(Path file) {
        try {
            for (String suffix : new String[] {"-wal", "-shm", ""}) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new StoreException(file + " can't be deleted (" + e + "); check the permissions of its directory", e);
        }
    }

    /** Whether the file is damaged, or no database. */
    static boolean isBroken(SQLException e) {
        if (e instanceof SQLiteException known) {
            int code = known.getResultCode().code & 0xff;
            return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
        }
        return false;
    }

    static StoreException failed(Path file, SQLException e) {
        String advice = "; check the directory, or name another one with --data";
        if (isBroken(e)) {
            advice = "; make the index anew: narrative index rebuild";
        } else if (e instanceof SQLiteException known) {
            int code = known.getResultCode().code & 0xff;
            if (code == SQLiteErrorCode.SQLITE_FULL.code) {
                advice = "; free space on its disk, nothing is lost";
            } else if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
                advice = "; another program keeps it busy, try again";
            }
        }
        return new StoreException("the index " + file + " can't be used (" + e.getMessage() + ")" + advice, e);
    }

    private static Connection openVersion(Path file, String... more) throws SQLException {
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file, properties());
        try {
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                for (String setting : more) {
                    statement.execute(setting);
                }
            }
            if (SqliteSchema.version(connection) == SqliteSchema.VERSION) {
                return connection;
            }
            connection = createIfNew(connection, file, more);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // A transaction that writes takes its lock at the beginning, where it can wait for it.
        properties.setProperty("transaction_mode", "IMMEDIATE");
        return properties;
    }

    private static Connection createIfNew(Connection connection, Path file, String... more) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            int version = SqliteSchema.version(connection);
            if (version == 0) {
                SqliteSchema.create(connection);
            }
            statement.execute("COMMIT");
            if (version == 0 || version == SqliteSchema.VERSION) {
                return connection;
            }
        }
        connection.close();
        delete(file);
        return openVersion(file, more);
    }
}
