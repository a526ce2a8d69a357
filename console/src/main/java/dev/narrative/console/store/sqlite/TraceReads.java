package dev.narrative.console.store.sqlite;

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
final class TraceReads {
    private static final String SELECT = "SELECT high, low, name, service, start, end, spans, errors, running,"
            + " interrupted, input, output, cost, session, story, user FROM traces WHERE ";

    private static final String LATEST_FIRST = " ORDER BY start DESC, high DESC, low DESC LIMIT ?";

    private final Connection connection;

    TraceReads(Connection connection) {
        this.connection = connection;
    }

    TracePage page(TraceQuery query) throws SQLException {
        SqlWhere where = new SqlWhere();
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("start >= ?", query.sinceNanos());
        }
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("start < ?", query.untilNanos());
        }
        TraceCursor after = query.after();
        if (after != null) {
            where.and("(start, high, low) < (?, ?, ?)", position(after));
        }
        SqliteDialect.CONDITIONS.add(query.conditions(), where);
        String text = query.text();
        int wanted = query.limit() + 1;
        List<TraceSummary> traces = text == null
                ? latest(where, wanted)
                : new TextSearch(connection, this, MatchExpression.of(text)).latest(where, wanted);
        if (traces.size() <= query.limit()) {
            return new TracePage(traces, null);
        }
        List<TraceSummary> page = traces.subList(0, query.limit());
        return new TracePage(page, cursor(page.get(page.size() - 1)));
    }

    /** The latest traces of which conditions hold. */
    List<TraceSummary> latest(SqlWhere where, int limit) throws SQLException {
        return Sql.list(
                connection, SELECT + where.conditions() + LATEST_FIRST, SummaryRows::trace, where.parameters((long)
                        limit));
    }

    /** The traces behind a place in the list. */
    static SqlWhere behind(SqlWhere where, TraceCursor place) {
        return new SqlWhere().and(where, "(", ")").and("(start, high, low) < (?, ?, ?)", position(place));
    }

    static TraceCursor cursor(TraceSummary trace) {
        return new TraceCursor(trace.startNanos(), trace.id());
    }

    private static Object[] position(TraceCursor place) {
        return new Object[] {place.startNanos(), place.id().high(), place.id().low()};
    }

    Optional<TraceSummary> one(TraceId id) throws SQLException {
        return Sql.list(connection, SELECT + "high = ? AND low = ?", SummaryRows::trace, id.high(), id.low()).stream()
                .findFirst();
    }

    List<TraceId> startingWith(String prefix, int limit) throws SQLException {
        TraceId first = TraceId.first(prefix);
        TraceId last = TraceId.last(prefix);
        // The low half is unsigned, and only its first digit turns the sign: a range of it has the sign of one digit.
        String low = prefix.length() > 16 ? " AND low BETWEEN ? AND ?" : "";
        SqlWhere where = new SqlWhere();
        if (low.isEmpty()) {
            where.and("high BETWEEN ? AND ?", first.high(), last.high());
        } else {
            where.and("high = ?" + low, first.high(), first.low(), last.low());
        }
        String sql = "SELECT high, low FROM traces WHERE " + where.conditions()
                + " ORDER BY high < 0, high, low < 0, low LIMIT ?";
        return Sql.list(
                connection, sql, row -> new TraceId(row.getLong(1), row.getLong(2)), where.parameters((long) limit));
    }

    List<TraceSummary> changedAfter(long change) throws SQLException {
        return Sql.list(connection, SELECT + "changed > ? ORDER BY changed, start", SummaryRows::trace, change);
    }
}
