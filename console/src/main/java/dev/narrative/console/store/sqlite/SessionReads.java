package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.SummaryRows;
import java.sql.Connection;
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
                Sql.list(connection, sql, SummaryRows::session, where.parameters(query.limit() + 1L));
        return SessionPage.of(sessions, query.limit());
    }

    Optional<SessionSummary> one(String id) throws SQLException {
        return Sql.list(connection, SELECT + "id = ?", SummaryRows::session, id).stream()
                .findFirst();
    }
}
