package dev.narrative.console.store.postgres;

import dev.narrative.console.store.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sessions whose traces a transaction has changed, summed up anew at its end. */
final class PostgresSessions {
    private static final String SUM_UP = """
            INSERT INTO sessions
            SELECT session, min(started), max(ended), count(*), sum(spans), sum(errors),
              count(*) FILTER (WHERE running > 0), sum(input), sum(output), sum(cost),
              (array_agg(story ORDER BY started DESC) FILTER (WHERE story IS NOT NULL))[1],
              (array_agg(user_id ORDER BY started DESC) FILTER (WHERE user_id IS NOT NULL))[1]
            FROM traces WHERE session = ANY(?) GROUP BY session""";

    private final Connection connection;
    private final Set<String> ids = new LinkedHashSet<>();

    PostgresSessions(Connection connection) {
        this.connection = connection;
    }

    /** Notes the sessions of traces, to be called before they change and after. */
    void touch(Collection<Long> traces) throws SQLException {
        ids.addAll(Sql.list(
                connection,
                "SELECT DISTINCT session FROM traces WHERE id = ANY(?) AND session IS NOT NULL",
                row -> row.getString(1),
                connection.createArrayOf("bigint", traces.toArray())));
    }

    void sumUp() throws SQLException {
        if (!ids.isEmpty()) {
            Array touched = connection.createArrayOf("text", ids.toArray());
            Sql.update(connection, "DELETE FROM sessions WHERE id = ANY(?)", touched);
            Sql.update(connection, SUM_UP, touched);
        }
    }
}
