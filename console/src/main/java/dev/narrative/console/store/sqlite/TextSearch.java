package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the latest traces that have words. Those of rare words are taken from the full text. Common words would
 * give most of the index, of which a page shows the latest: there the latest traces are looked at, some at a time,
 * until the page is full.
 */
final class TextSearch {
    /** Spans with the words, from which on these count as common. */
    static final int COMMON = 2_000;

    /** Traces that are looked at before the full text is asked after all. */
    private static final int LOOKED_AT = 2_000;

    private static final String IN_TEXT = "SELECT rowid FROM span_text WHERE span_text MATCH ?";
    private static final String IN_NAMES = "SELECT rowid FROM word_text WHERE word_text MATCH ?";

    private static final String HAS_TEXT = "id IN (SELECT trace FROM spans WHERE id IN (" + IN_TEXT
            + ") UNION ALL SELECT trace FROM spans WHERE name IN (" + IN_NAMES + "))";

    private static final String SPANS = "spans CROSS JOIN traces t ON t.id = spans.trace WHERE spans.trace IN ("
            + "SELECT t.id FROM json_each(?) place JOIN traces t ON t.high = place.value ->> 0"
            + " AND t.low = place.value ->> 1)";

    private final Connection connection;
    private final TraceReads traces;
    private final String match;

    TextSearch(Connection connection, TraceReads traces, String match) {
        this.connection = connection;
        this.traces = traces;
        this.match = match;
    }

    List<TraceSummary> latest(SqlWhere where, int limit) throws SQLException {
        if (isCommon()) {
            List<TraceSummary> found = new ArrayList<>();
            if (lookThrough(where, limit, found)) {
                return found.subList(0, Math.min(limit, found.size()));
            }
        }
        return traces.latest(new SqlWhere().and(where, "(", ")").and(HAS_TEXT, match, match), limit);
    }

    private boolean isCommon() throws SQLException {
        return reachesCommon(IN_TEXT) || reachesCommon("SELECT 1 FROM spans WHERE name IN (" + IN_NAMES + ")");
    }

    private boolean reachesCommon(String rows) throws SQLException {
        String count = "SELECT count(*) FROM (" + rows + " LIMIT " + COMMON + ")";
        return Sql.number(connection, count, match) == COMMON;
    }

    /** Looks at the latest traces; false where too few of them have the words. */
    private boolean lookThrough(SqlWhere where, int limit, List<TraceSummary> found) throws SQLException {
        SqlWhere left = where;
        int looked = 0;
        for (int next = limit; looked < LOOKED_AT; next *= 2) {
            List<TraceSummary> some = traces.latest(left, next);
            found.addAll(withWords(some));
            if (found.size() >= limit || some.size() < next) {
                return true;
            }
            looked += next;
            left = TraceReads.behind(where, TraceReads.cursor(some.get(some.size() - 1)));
        }
        return false;
    }

    private List<TraceSummary> withWords(List<TraceSummary> some) throws SQLException {
        if (some.isEmpty()) {
            return some;
        }
        String places = places(some);
        long first = Sql.number(connection, "SELECT min(spans.id) FROM " + SPANS, places);
        long last = Sql.number(connection, "SELECT max(spans.id) FROM " + SPANS, places);
        Set<TraceId> with = new HashSet<>(Sql.list(
                connection,
                "SELECT DISTINCT t.high, t.low FROM " + SPANS + " AND (spans.id IN (" + IN_TEXT
                        + " AND rowid BETWEEN ? AND ?) OR spans.name IN (" + IN_NAMES + "))",
                row -> new TraceId(row.getLong(1), row.getLong(2)),
                places,
                match,
                first,
                last,
                match));
        return some.stream().filter(trace -> with.contains(trace.id())).toList();
    }

    /** The ids of traces as JSON. */
    private static String places(List<TraceSummary> some) {
        StringBuilder json = new StringBuilder("[");
        for (TraceSummary trace : some) {
            json.append(json.length() == 1 ? "[" : ",[")
                    .append(trace.id().high())
                    .append(',')
                    .append(trace.id().low())
                    .append(']');
        }
        return json.append(']').toString();
    }
}
