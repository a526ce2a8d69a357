package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables. A database of another version is emptied and filled again from the journal, so there are no migrations.
 */
final class SqliteSchema {
    static final int VERSION = 2;

    private static final String[] TABLES = {
        // How far each journal file was taken; a snapshot's file has no position.
        """
        CREATE TABLE files(
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, snapshot INTEGER NOT NULL,
            position INTEGER NOT NULL, head_length INTEGER NOT NULL, head_checksum INTEGER NOT NULL)""",
        "CREATE TABLE problems(file INTEGER NOT NULL, position INTEGER NOT NULL, message TEXT NOT NULL,"
                + " PRIMARY KEY(file, position, message)) WITHOUT ROWID",
        // The number of the last change to a trace, which never goes back.
        "CREATE TABLE changes(last INTEGER NOT NULL)",
        "INSERT INTO changes VALUES(0)",
        // Names, services, models, errors: each text once.
        "CREATE TABLE words(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        "CREATE VIRTUAL TABLE word_text USING fts5(text, content='', columnsize=0)",
        """
        CREATE TABLE traces(
            id INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL,
            start INTEGER NOT NULL, end INTEGER NOT NULL,
            spans INTEGER NOT NULL, errors INTEGER NOT NULL, running INTEGER NOT NULL, interrupted INTEGER NOT NULL,
            input INTEGER NOT NULL, output INTEGER NOT NULL, cost REAL,
            session TEXT, session_since INTEGER NOT NULL, story TEXT, story_since INTEGER NOT NULL,
            user TEXT, user_since INTEGER NOT NULL,
            name TEXT NOT NULL, service TEXT NOT NULL,
            root_rank INTEGER NOT NULL, root_start INTEGER NOT NULL, root_span INTEGER NOT NULL,
            changed INTEGER NOT NULL)""",
        "CREATE UNIQUE INDEX traces_by_id ON traces(high, low)",
        "CREATE INDEX traces_by_start ON traces(start, high, low)",
        "CREATE INDEX traces_by_session ON traces(session, start) WHERE session IS NOT NULL",
        "CREATE INDEX traces_by_change ON traces(changed)",
        """
        CREATE TABLE sessions(
            id TEXT PRIMARY KEY, start INTEGER NOT NULL, end INTEGER NOT NULL, traces INTEGER NOT NULL,
            spans INTEGER NOT NULL, errors INTEGER NOT NULL, running INTEGER NOT NULL,
            input INTEGER NOT NULL, output INTEGER NOT NULL, cost REAL, story TEXT, user TEXT) WITHOUT ROWID""",
        "CREATE INDEX sessions_by_end ON sessions(end, id)",
        // A span's line in the journal is its place; nothing of its content is copied.
        """
        CREATE TABLE spans(
            id INTEGER PRIMARY KEY, trace INTEGER NOT NULL, span INTEGER NOT NULL, parent INTEGER NOT NULL,
            start INTEGER NOT NULL, duration INTEGER NOT NULL, name INTEGER NOT NULL, service INTEGER NOT NULL,
            type INTEGER, error INTEGER, flags INTEGER NOT NULL, state INTEGER NOT NULL,
            file INTEGER NOT NULL, position INTEGER NOT NULL, length INTEGER NOT NULL)""",
        "CREATE UNIQUE INDEX spans_of_trace ON spans(trace, span)",
        "CREATE INDEX spans_by_name ON spans(name, trace)",
        "CREATE INDEX spans_open ON spans(file) WHERE state <> 0",
        "CREATE VIRTUAL TABLE span_text USING fts5(name, error, input, output, content='', contentless_delete=1)",
        // Calls of models, tools and agents; of a span in spans the same id.
        """
        CREATE TABLE calls(
            id INTEGER PRIMARY KEY, trace INTEGER NOT NULL, start INTEGER NOT NULL, model INTEGER, operation INTEGER,
            service INTEGER NOT NULL, error INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
            cost REAL, unpriced INTEGER NOT NULL, bucket INTEGER NOT NULL, first_bucket INTEGER)""",
        "CREATE INDEX calls_by_model ON calls(model, trace)",
        "CREATE INDEX calls_by_start ON calls(start)",
        // Sums of calls; of a model or operation that is not known the number 0, of all traces the trace 0.
        """
        CREATE TABLE call_sums(
            trace INTEGER NOT NULL, hour INTEGER NOT NULL, model INTEGER NOT NULL, operation INTEGER NOT NULL,
            service INTEGER NOT NULL, sums BLOB NOT NULL,
            PRIMARY KEY(trace, hour, model, operation, service)) WITHOUT ROWID""",
    };

    private static final String ALL_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
            + " 'sqlite%' AND (sql LIKE 'CREATE VIRTUAL%' OR name NOT GLOB '*_text_*')";

    private SqliteSchema() {}

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Drops every table; those behind a virtual table go with it. */
    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : Sql.list(connection, ALL_TABLES, row -> row.getString(1))) {
                statement.execute("DROP TABLE " + table);
            }
        }
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }
}
