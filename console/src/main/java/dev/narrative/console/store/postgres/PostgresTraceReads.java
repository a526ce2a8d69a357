package dev.narrative.console.store.postgres;

import dev.narrative.console.query.SearchTerm;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.SummaryRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the summaries of traces. */
final class PostgresTraceReads {
    private static final String SELECT = "SELECT high, low, name, service, started, ended, spans, errors, running,"
            + " interrupted, input, output, cost, session, story, user_id FROM traces WHERE ";

    /** With the day, so that common words are looked for in the latest traces until the page is full. */
    private static final String HAS_WORDS = "EXISTS (SELECT 1 FROM spans s WHERE s.day = traces.day"
            + " AND s.trace = traces.id AND s.words @@ ?::tsquery)";

    private PostgresTraceReads() {}

    static TracePage page(Connection connection, TraceQuery query) throws SQLException {
        SqlWhere where = new SqlWhere();
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("started >= ?", query.sinceNanos());
        }
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("started < ?", query.untilNanos());
        }
        TraceCursor after = query.after();
        if (after != null) {
            TraceId id = after.id();
            where.and("(started, high, low) < (?, ?, ?)", after.startNanos(), id.high(), id.low());
        }
        PostgresDialect.CONDITIONS.add(query.conditions(), where);
        String text = query.text();
        if (text != null) {
            String words = WordVector.query(SearchTerm.parse(text));
            if (words.isEmpty()) {
                return new TracePage(List.of(), null);
            }
            where.and(HAS_WORDS, words);
        }
        String sql = SELECT + where.conditions() + " ORDER BY started DESC, high DESC, low DESC LIMIT ?";
        List<TraceSummary> traces =
                PostgresSql.list(connection, sql, SummaryRows::trace, where.parameters(query.limit() + 1L));
        if (traces.size() <= query.limit()) {
            return new TracePage(traces, null);
        }
        List<TraceSummary> page = traces.subList(0, query.limit());
        TraceSummary last = page.get(page.size() - 1);
        return new TracePage(page, new TraceCursor(last.startNanos(), last.id()));
    }

    static Optional<TraceSummary> one(Connection connection, TraceId id) throws SQLException {
        return Sql.list(connection, SELECT + "high = ? AND low = ?", SummaryRows::trace, id.high(), id.low()).stream()
                .findFirst();
    }

    static List<TraceId> startingWith(Connection connection, String prefix, int limit) throws SQLException {
        TraceId first = TraceId.first(prefix);
        TraceId last = TraceId.last(prefix);
        SqlWhere where = new SqlWhere();
        if (prefix.length() <= 16) {
            where.and("high BETWEEN ? AND ?", first.high(), last.high());
        } else {
            where.and("high = ? AND low BETWEEN ? AND ?", first.high(), first.low(), last.low());
        }
        String sql = "SELECT high, low FROM traces WHERE " + where.conditions()
                + " ORDER BY high < 0, high, low < 0, low LIMIT ?";
        return Sql.list(
                connection, sql, row -> new TraceId(row.getLong(1), row.getLong(2)), where.parameters((long) limit));
    }

    static List<TraceSummary> changedAfter(Connection connection, long change) throws SQLException {
        return Sql.list(connection, SELECT + "changed > ? ORDER BY changed, started", SummaryRows::trace, change);
    }
}
