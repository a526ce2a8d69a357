package dev.narrative.console.store.postgres;

import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the summaries of sessions. */
final class PostgresSessionReads {
    private static final String SELECT =
            "SELECT id, started, ended, traces, spans, errors, running, input, output, cost, story, user_id"
                    + " FROM sessions WHERE ";

    private PostgresSessionReads() {}

    static SessionPage page(Connection connection, SessionQuery query) throws SQLException {
        SqlWhere where = new SqlWhere();
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("ended >= ?", query.sinceNanos());
        }
        String user = query.user();
        if (user != null) {
            where.and("user_id = ?", user);
        }
        String story = query.story();
        if (story != null) {
            where.and("story = ?", story);
        }
        SessionCursor after = query.after();
        if (after != null) {
            where.and("(ended, id) < (?, ?)", after.endNanos(), after.id());
        }
        String sql = SELECT + where.conditions() + " ORDER BY ended DESC, id DESC LIMIT ?";
        List<SessionSummary> sessions =
                PostgresSql.list(connection, sql, PostgresSessionReads::read, where.parameters(query.limit() + 1L));
        if (sessions.size() <= query.limit()) {
            return new SessionPage(sessions, null);
        }
        List<SessionSummary> page = sessions.subList(0, query.limit());
        SessionSummary last = page.get(page.size() - 1);
        return new SessionPage(page, new SessionCursor(last.endNanos(), last.id()));
    }

    static Optional<SessionSummary> one(Connection connection, String id) throws SQLException {
        return PostgresSql.list(connection, SELECT + "id = ?", PostgresSessionReads::read, id).stream()
                .findFirst();
    }

    private static SessionSummary read(ResultSet row) throws SQLException {
        return new SessionSummary(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                Sql.decimal(row, 10),
                row.getString(11),
                row.getString(12));
    }
}
