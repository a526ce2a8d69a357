package dev.narrative.console.store.sqlite;

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
final class SessionReads {
    private static final String SELECT =
            "SELECT id, start, end, traces, spans, errors, running, input, output, cost, story, user"
                    + " FROM sessions WHERE ";

    private final Connection connection;

    SessionReads(Connection connection) {
        this.connection = connection;
    }

    SessionPage page(SessionQuery query) throws SQLException {
        SqlWhere where = new SqlWhere();
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("end >= ?", query.sinceNanos());
        }
        String user = query.user();
        if (user != null) {
            where.and("user = ?", user);
        }
        String story = query.story();
        if (story != null) {
            where.and("story = ?", story);
        }
        SessionCursor after = query.after();
        if (after != null) {
            where.and("(end, id) < (?, ?)", after.endNanos(), after.id());
        }
        String sql = SELECT + where.conditions() + " ORDER BY end DESC, id DESC LIMIT ?";
        List<SessionSummary> sessions =
                Sql.list(connection, sql, SessionReads::read, where.parameters(query.limit() + 1L));
        if (sessions.size() <= query.limit()) {
            return new SessionPage(sessions, null);
        }
        List<SessionSummary> page = sessions.subList(0, query.limit());
        SessionSummary last = page.get(page.size() - 1);
        return new SessionPage(page, new SessionCursor(last.endNanos(), last.id()));
    }

    Optional<SessionSummary> one(String id) throws SQLException {
        return Sql.list(connection, SELECT + "id = ?", SessionReads::read, id).stream()
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
