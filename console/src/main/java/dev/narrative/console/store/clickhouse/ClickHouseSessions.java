package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.sql.SqlWhere;
import java.util.List;
import java.util.Optional;

/** Sums up sessions from their traces. */
final class ClickHouseSessions {
    private final ClickHouseClient client;

    ClickHouseSessions(ClickHouseClient client) {
        this.client = client;
    }

    SessionPage page(SessionQuery query) {
        SqlWhere where = new SqlWhere();
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("last >= ?", query.sinceNanos());
        }
        String user = query.user();
        if (user != null) {
            where.and("who = ?", user);
        }
        String story = query.story();
        if (story != null) {
            where.and("told = ?", story);
        }
        SessionCursor after = query.after();
        if (after != null) {
            where.and("(last, session) < (?, ?)", after.endNanos(), after.id());
        }
        List<SessionSummary> sessions = list(where, " ORDER BY last DESC, session DESC LIMIT ?", query.limit() + 1L);
        if (sessions.size() <= query.limit()) {
            return new SessionPage(sessions, null);
        }
        List<SessionSummary> page = sessions.subList(0, query.limit());
        SessionSummary last = page.get(page.size() - 1);
        return new SessionPage(page, new SessionCursor(last.endNanos(), last.id()));
    }

    Optional<SessionSummary> one(String id) {
        return list(new SqlWhere().and("session = ?", id), "").stream().findFirst();
    }

    private List<SessionSummary> list(SqlWhere where, String more, Object... parameters) {
        String sessions = "SELECT session, min(started) AS first, max(ended) AS last, count() AS n, sum(spans) AS s,"
                + " sum(errors) AS e, sum(input) AS i, sum(output) AS o, sum(priced) AS p, sum(cost) AS c,"
                + " argMaxIf(story, started, story != '') AS told, argMaxIf(user, started, user != '') AS who"
                + " FROM (" + SummarySql.traces(client.table(), "1 = 1") + ") WHERE session != '' GROUP BY session";
        String sql = "SELECT session, first, last, n, s, e, i, o, p, c, told, who FROM (" + sessions + ") WHERE "
                + where.conditions() + more;
        return client.rows(sql, where.parameters(parameters)).stream()
                .map(SummaryReader::session)
                .toList();
    }
}
