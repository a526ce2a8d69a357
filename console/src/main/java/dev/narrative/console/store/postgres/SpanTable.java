package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which spans are there, day by day: a day is known when a statement is planned, so one partition is looked into. */
final class SpanTable {
    private static final String KNOWN = """
            SELECT t.high, t.low, s.span, s.state FROM unnest(?::bigint[], ?::bigint[]) k(trace, span)
            JOIN spans s ON s.day = '%s' AND s.trace = k.trace AND s.span = k.span JOIN traces t ON t.id = k.trace""";

    private final Connection connection;

    SpanTable(Connection connection) {
        this.connection = connection;
    }

    /** An open span. */
    record Open(long trace, LocalDate day, long span, SpanState state) {}

    /** Of these spans those that are there, with their states. */
    Map<SpanKey, SpanState> known(Collection<JournalSpan> spans, Map<TraceId, TraceHome> homes) throws SQLException {
        Map<LocalDate, List<long[]>> keys = new LinkedHashMap<>();
        for (JournalSpan span : spans) {
            TraceHome home = homes.get(TraceId.of(span));
            if (home != null && !home.isNew()) {
                keys.computeIfAbsent(home.day(), day -> new ArrayList<>()).add(new long[] {home.id(), span.spanId()});
            }
        }
        Map<SpanKey, SpanState> known = new HashMap<>();
        for (Map.Entry<LocalDate, List<long[]>> day : keys.entrySet()) {
            Sql.list(
                    connection,
                    KNOWN.formatted(day.getKey()),
                    row -> known.put(
                            new SpanKey(row.getLong(1), row.getLong(2), row.getLong(3)), SpanRow.state(row.getInt(4))),
                    column(day.getValue(), 0),
                    column(day.getValue(), 1));
        }
        return known;
    }

    List<Open> open(long file) throws SQLException {
        return Sql.list(
                connection,
                "SELECT trace, day, span, state FROM spans WHERE file = ? AND state <> 0",
                row -> new Open(
                        row.getLong(1),
                        LocalDate.parse(row.getString(2)),
                        row.getLong(3),
                        SpanRow.state(row.getInt(4))),
                file);
    }

    void deleteOpen(LocalDate day, long trace, long span) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM spans WHERE day = '" + day + "' AND trace = ? AND span = ? AND state <> 0",
                trace,
                span);
    }

    /** Deletes the spans of a file; tells of which traces. */
    List<Long> deleteOf(long file) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM calls c USING spans s WHERE s.file = ? AND c.day = s.day AND c.trace = s.trace"
                        + " AND c.span = s.span",
                file);
        return Sql.list(
                connection,
                "WITH gone AS (DELETE FROM spans WHERE file = ? RETURNING trace) SELECT DISTINCT trace FROM gone",
                row -> row.getLong(1),
                file);
    }

    private java.sql.Array column(List<long[]> rows, int at) throws SQLException {
        return connection.createArrayOf(
                "bigint", rows.stream().map(row -> row[at]).toArray());
    }
}
