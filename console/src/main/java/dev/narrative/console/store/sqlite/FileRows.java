package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.sql.FileStatements;
import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files that spans came from, and the lines of them that could not be read. */
final class FileRows {
    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();

    FileRows(Connection connection) {
        this.connection = connection;
    }

    void forget() {
        ids.clear();
    }

    /** The number of a file, which is given to a new one. */
    long idOf(String path, boolean snapshot) throws SQLException {
        Long known = ids.get(path);
        if (known != null) {
            return known;
        }
        Sql.update(connection, "INSERT OR IGNORE INTO files VALUES(NULL, ?, ?, 0, 0, 0)", path, snapshot ? 1 : 0);
        long id = Sql.number(connection, "SELECT id FROM files WHERE path = ?", path);
        ids.put(path, id);
        return id;
    }

    void progress(FileProgress progress) throws SQLException {
        FileStatements.advance(connection, idOf(progress.file(), false), progress);
    }

    List<FileProgress> progress() throws SQLException {
        return Sql.list(
                connection,
                "SELECT path, position, head_length, head_checksum FROM files WHERE NOT snapshot ORDER BY path",
                FileStatements::progress);
    }

    List<String> snapshots() throws SQLException {
        return Sql.list(connection, "SELECT path FROM files WHERE snapshot ORDER BY path", row -> row.getString(1));
    }

    void problem(LineProblem problem) throws SQLException {
        long file = idOf(problem.file(), false);
        if (FileStatements.hasRoom(connection, file)) {
            Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO problems VALUES(?, ?, ?)",
                    file,
                    problem.position(),
                    FileStatements.message(problem));
        }
    }

    List<LineProblem> problems() throws SQLException {
        return Sql.list(
                connection,
                "SELECT path, p.position, message FROM problems p JOIN files f ON f.id = p.file ORDER BY 1, 2, 3",
                FileStatements::problem);
    }

    void delete(String path) throws SQLException {
        long id = idOf(path, false);
        Sql.update(connection, "DELETE FROM problems WHERE file = ?", id);
        Sql.update(connection, "DELETE FROM files WHERE id = ?", id);
        ids.remove(path);
    }
}
