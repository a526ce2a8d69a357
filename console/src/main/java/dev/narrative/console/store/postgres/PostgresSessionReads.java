package dev.narrative.console.store.postgres;

import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.SummaryRows;
import java.sql.Connection;
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
                PostgresSql.list(connection, sql, SummaryRows::session, where.parameters(query.limit() + 1L));
        return SessionPage.of(sessions, query.limit());
    }

    static Optional<SessionSummary> one(Connection connection, String id) throws SQLException {
        return PostgresSql.list(connection, SELECT + "id = ?", SummaryRows::session, id).stream()
                .findFirst();
    }
}
