package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.sql.SpanOutline;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonDecoder;
import dev.narrative.model.journal.SpanSink;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads spans, whole ones from the line that is kept of each. */
final class PostgresSpanReads {
    private static final String COLUMNS = """
            SELECT s.span, s.parent, s.started, s.duration, s.name, s.service, s.type, s.error, s.flags, s.state,
              c.model, c.operation, c.input, c.output, c.cost, t.session, t.story, t.user_id""";

    private static final String FROM = """
             FROM traces t JOIN spans s ON s.day = t.day AND s.trace = t.id
            LEFT JOIN calls c ON c.day = s.day AND c.trace = s.trace AND c.span = s.span
            WHERE t.high = ? AND t.low = ?""";

    private static final String IN_ORDER = " ORDER BY s.started, s.span";

    private PostgresSpanReads() {}

    static List<JournalSpan> outline(Connection connection, TraceId id) throws SQLException {
        return Sql.list(connection, COLUMNS + FROM + IN_ORDER, row -> SpanOutline.read(id, row), id.high(), id.low());
    }

    static List<JournalSpan> whole(Connection connection, TraceId id) throws SQLException {
        OtlpJsonDecoder decoder = new OtlpJsonDecoder();
        return Sql.list(
                connection,
                COLUMNS + ", s.content" + FROM + IN_ORDER,
                row -> whole(id, row, decoder),
                id.high(),
                id.low());
    }

    static List<JournalSpan> whole(Connection connection, SpanKey key) throws SQLException {
        TraceId id = new TraceId(key.traceIdHigh(), key.traceIdLow());
        OtlpJsonDecoder decoder = new OtlpJsonDecoder();
        return Sql.list(
                connection,
                COLUMNS + ", s.content" + FROM + " AND s.span = ?",
                row -> whole(id, row, decoder),
                id.high(),
                id.low(),
                key.spanId());
    }

    private static JournalSpan whole(TraceId id, ResultSet row, OtlpJsonDecoder decoder) throws SQLException {
        JournalSpan outline = SpanOutline.read(id, row);
        byte[] line = row.getString(SpanOutline.COLUMNS + 1).getBytes(StandardCharsets.UTF_8);
        JournalSpan[] found = {outline};
        try {
            decoder.decode(line, 0, line.length, new SpanSink() {
                @Override
                public void span(JournalSpan span) {
                    found[0] = span;
                }

                @Override
                public void problem(String message) {
                    // the outline is what is left
                }
            });
        } catch (IOException damaged) {
            return outline;
        }
        // A line tells an open span, and not what has become of its process.
        return outline.state() == SpanState.ENDED ? found[0] : found[0].withState(outline.state());
    }
}
