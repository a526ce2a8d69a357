package dev.narrative.console.store.sql;

import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What databases say alike of the files that spans came from, and of the lines that could not be read. */
public final class FileStatements {
    private static final int PROBLEMS_PER_FILE = 100;

    private FileStatements() {}

    /** Notes how far a file was taken. */
    public static void advance(Connection connection, long file, FileProgress progress) throws SQLException {
        Sql.update(
                connection,
                "UPDATE files SET position = ?, head_length = ?, head_checksum = ? WHERE id = ?",
                progress.position(),
                progress.headLength(),
                progress.headChecksum(),
                file);
    }

    /** Reads path, position, length and checksum of the head. */
    public static FileProgress progress(ResultSet row) throws SQLException {
        return new FileProgress(row.getString(1), row.getLong(2), row.getInt(3), row.getLong(4));
    }

    /** Whether one more problem of a file is noted. */
    public static boolean hasRoom(Connection connection, long file) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM problems WHERE file = ?", file) < PROBLEMS_PER_FILE;
    }

    /** A problem's message, no longer than is kept. */
    public static String message(LineProblem problem) {
        return Bounded.text(problem.message(), Bounded.NAME);
    }

    /** Reads path, position and message. */
    public static LineProblem problem(ResultSet row) throws SQLException {
        return new LineProblem(row.getString(1), row.getLong(2), row.getString(3));
    }
}
