package dev.narrative.console.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sessions whose traces a transaction has changed, summed up anew at its end. */
final class TouchedSessions {
    private static final String SUM_UP = """
            INSERT OR REPLACE INTO sessions
            SELECT ?1, min(start), max(end), count(*), sum(spans), sum(errors), sum(running > 0), sum(input),
              sum(output), sum(cost),
              (SELECT story FROM traces WHERE session = ?1 AND story IS NOT NULL ORDER BY start DESC LIMIT 1),
              (SELECT user FROM traces WHERE session = ?1 AND user IS NOT NULL ORDER BY start DESC LIMIT 1)
            FROM traces WHERE session = ?1 HAVING count(*) > 0""";

    private final Set<String> ids = new LinkedHashSet<>();

    void touch(String id) {
        ids.add(id);
    }

    void sumUp(Connection connection) throws SQLException {
        try (PreparedStatement sumUp = connection.prepareStatement(SUM_UP);
                PreparedStatement delete = connection.prepareStatement("DELETE FROM sessions WHERE id = ?")) {
            for (String id : ids) {
                sumUp.setString(1, id);
                if (sumUp.executeUpdate() == 0) {
                    delete.setString(1, id);
                    delete.executeUpdate();
                }
            }
        }
    }
}
