package dev.narrative.console.store.postgres;

import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.sql.FileStatements;
import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The files of this host that spans came from, and the lines of them that could not be read. */
final class PostgresFiles {
    private final Connection connection;
    private final String host;

    PostgresFiles(Connection connection, String host) {
        this.connection = connection;
        this.host = host;
    }

    /** The number of a file, which is given to a new one. */
    long idOf(String path, boolean snapshot) throws SQLException {
        String plain = PostgresText.of(path);
        Sql.update(
                connection,
                "INSERT INTO files(host, path, snapshot, position, head_length, head_checksum)"
                        + " SELECT ?, ?, ?, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM files WHERE host = ? AND path = ?)",
                host,
                plain,
                snapshot,
                host,
                plain);
        return Sql.number(connection, "SELECT id FROM files WHERE host = ? AND path = ?", host, plain);
    }

    void progress(FileProgress progress) throws SQLException {
        FileStatements.advance(connection, idOf(progress.file(), false), progress);
    }

    List<FileProgress> progress() throws SQLException {
        return Sql.list(
                connection,
                "SELECT path, position, head_length, head_checksum FROM files WHERE host = ? AND NOT snapshot ORDER BY 1",
                FileStatements::progress,
                host);
    }

    List<String> snapshots() throws SQLException {
        return Sql.list(
                connection,
                "SELECT path FROM files WHERE host = ? AND snapshot ORDER BY 1",
                row -> row.getString(1),
                host);
    }

    void problem(LineProblem problem) throws SQLException {
        long file = idOf(problem.file(), false);
        if (FileStatements.hasRoom(connection, file)) {
            Sql.update(
                    connection,
                    "INSERT INTO problems VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
                    file,
                    problem.position(),
                    PostgresText.of(FileStatements.message(problem)));
        }
    }

    List<LineProblem> problems() throws SQLException {
        return Sql.list(
                connection,
                "SELECT path, p.position, message FROM problems p JOIN files f ON f.id = p.file WHERE host = ?"
                        + " ORDER BY 1, 2, 3",
                FileStatements::problem,
                host);
    }

    /** Forgets a file; what became of its spans is the caller's care. */
    void delete(String path) throws SQLException {
        Sql.update(connection, "DELETE FROM files WHERE host = ? AND path = ?", host, PostgresText.of(path));
    }
}
