package dev.narrative.console.store.sqlite;

import dev.narrative.console.journal.JournalPlace;
import dev.narrative.console.journal.PlaceReader;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.sql.SpanOutline;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads spans: their outline from the index, their contents from the journal. */
final class SpanReads {
    private static final String SELECT = """
            SELECT s.span, s.parent, s.start, s.duration, n.text, v.text, t.text, e.text, s.flags, s.state,
              m.text, o.text, c.input, c.output, c.cost, traces.session, traces.story, traces.user,
              f.path, s.position, s.length
            FROM traces JOIN spans s ON s.trace = traces.id
            JOIN words n ON n.id = s.name JOIN words v ON v.id = s.service JOIN files f ON f.id = s.file
            LEFT JOIN words t ON t.id = s.type LEFT JOIN words e ON e.id = s.error
            LEFT JOIN calls c ON c.id = s.id
            LEFT JOIN words m ON m.id = c.model LEFT JOIN words o ON o.id = c.operation
            WHERE\s""";

    private final Connection connection;

    SpanReads(Connection connection) {
        this.connection = connection;
    }

    /** A span as the index has it, and where the rest of it is. */
    private record Indexed(JournalSpan span, JournalPlace place) {}

    List<JournalSpan> outline(TraceId id) throws SQLException {
        return rows(id, " ORDER BY s.start, s.id").stream().map(Indexed::span).toList();
    }

    List<JournalSpan> whole(TraceId id) throws SQLException {
        return whole(rows(id, " ORDER BY s.start, s.id"));
    }

    List<JournalSpan> scored(TraceId id) throws SQLException {
        return whole(rows(id, " AND " + SpanRow.IS_SCORED + " ORDER BY s.start, s.id"));
    }

    List<JournalSpan> whole(SpanKey key) throws SQLException {
        return whole(rows(new TraceId(key.traceIdHigh(), key.traceIdLow()), " AND s.span = ?", key.spanId()));
    }

    private List<Indexed> rows(TraceId id, String more, Object... parameters) throws SQLException {
        SqlWhere where = new SqlWhere().and("traces.high = ? AND traces.low = ?", id.high(), id.low());
        return Sql.list(
                connection, SELECT + where.conditions() + more, row -> read(id, row), where.parameters(parameters));
    }

    private static List<JournalSpan> whole(List<Indexed> rows) {
        List<JournalPlace> places = new ArrayList<>();
        Map<SpanKey, JournalSpan> known = new HashMap<>();
        for (Indexed row : rows) {
            if (row.span().state() == SpanState.ENDED) {
                places.add(row.place());
            }
        }
        rows.stream()
                .filter(row -> row.span().state() != SpanState.ENDED)
                .map(row -> row.place().file())
                .distinct()
                .forEach(snapshot ->
                        Journal.read(Path.of(snapshot)).spans().forEach(span -> known.put(SpanKey.of(span), span)));
        known.putAll(new PlaceReader().read(places));
        List<JournalSpan> spans = new ArrayList<>(rows.size());
        for (Indexed row : rows) {
            spans.add(known.getOrDefault(SpanKey.of(row.span()), row.span()));
        }
        return spans;
    }

    private static Indexed read(TraceId id, ResultSet row) throws SQLException {
        return new Indexed(
                SpanOutline.read(id, row),
                new JournalPlace(
                        row.getString(SpanOutline.COLUMNS + 1),
                        row.getLong(SpanOutline.COLUMNS + 2),
                        row.getInt(SpanOutline.COLUMNS + 3)));
    }
}
