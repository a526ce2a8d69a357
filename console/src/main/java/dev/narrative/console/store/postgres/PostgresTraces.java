package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.TraceDelta;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.journal.JournalSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the summaries of traces: adds to many of them at once, or counts them anew where spans were taken away. */
final class PostgresTraces {
    private static final String FIND = """
            SELECT t.high, t.low, t.id, t.day FROM unnest(?::bigint[], ?::bigint[]) k(high, low)
            JOIN traces t ON t.high = k.high AND t.low = k.low""";

    private static final String INSERT = """
            INSERT INTO traces(high, low, day, started, ended, spans, errors, running, interrupted, input, output,
              session_since, story_since, user_since, name, service, root_rank, root_start, root_span, changed)
            SELECT high, low, day, NO_TIME, -NO_TIME, 0, 0, 0, 0, 0, 0, NO_TIME, NO_TIME, NO_TIME, '', '', 9, 0, 0, 0
            FROM unnest(?::bigint[], ?::bigint[], ?::date[]) k(high, low, day)
            RETURNING high, low, id, day""".replace("NO_TIME", Long.MAX_VALUE + "");

    private static final String IS_ROOT =
            "CASE WHEN (v.root_rank, v.root_start, v.root_span) < (t.root_rank, t.root_start, t.root_span) THEN ";

    private static final String ADD = """
            UPDATE traces t SET started = least(t.started, v.started), ended = greatest(t.ended, v.ended),
            spans = t.spans + v.spans, errors = t.errors + v.errors, running = t.running + v.running,
            interrupted = t.interrupted + v.interrupted, input = t.input + v.input, output = t.output + v.output,
            cost = CASE WHEN v.cost IS NULL THEN t.cost ELSE coalesce(t.cost, 0) + v.cost END,
            session = CASE WHEN v.session_since < t.session_since THEN v.session ELSE t.session END,
            session_since = least(t.session_since, v.session_since),
            story = CASE WHEN v.story_since < t.story_since THEN v.story ELSE t.story END,
            story_since = least(t.story_since, v.story_since),
            user_id = CASE WHEN v.user_since < t.user_since THEN v.user_id ELSE t.user_id END,
            user_since = least(t.user_since, v.user_since),
            """
            + "root_rank = " + IS_ROOT + "v.root_rank ELSE t.root_rank END, root_start = " + IS_ROOT
            + "v.root_start ELSE t.root_start END, root_span = " + IS_ROOT + "v.root_span ELSE t.root_span END, name = "
            + IS_ROOT + "v.name ELSE t.name END, service = " + IS_ROOT + "v.service ELSE t.service END, changed = ?"
            + " FROM unnest(" + "?::bigint[], ".repeat(9) + "?::float8[], ?::text[], ?::bigint[], ?::text[],"
            + " ?::bigint[], ?::text[], ?::bigint[], ?::smallint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])"
            + " v(id, started, ended, spans, errors, running, interrupted, input, output, cost, session, session_since,"
            + " story, story_since, user_id, user_since, root_rank, root_start, root_span, name, service)"
            + " WHERE t.id = v.id";

    private static final String COUNT_AGAIN = """
            UPDATE traces SET (spans, started, ended, errors, running, interrupted) =
              (SELECT count(*), min(s.started), max(s.started + greatest(s.duration, 0)),
                count(*) FILTER (WHERE state = 0 AND %s), count(*) FILTER (WHERE state = 1),
                count(*) FILTER (WHERE state = 2)
              FROM spans s WHERE s.day = traces.day AND s.trace = traces.id),
            (input, output, cost) =
              (SELECT coalesce(sum(c.input), 0), coalesce(sum(c.output), 0), sum(c.cost)
              FROM calls c WHERE c.day = traces.day AND c.trace = traces.id),
            (root_rank, root_start, root_span, name, service) =
              (SELECT CASE WHEN s.parent = 0 THEN 0 ELSE 1 END, s.started, s.span, s.name, s.service
              FROM spans s WHERE s.day = traces.day AND s.trace = traces.id
              ORDER BY s.parent <> 0, s.started, s.span LIMIT 1),
            changed = ? WHERE id = ?""".formatted(SpanRow.IS_ERROR);

    private final Connection connection;

    PostgresTraces(Connection connection) {
        this.connection = connection;
    }

    /** The homes of traces, of each of which a start is known; those not known yet get one. */
    Map<TraceId, TraceHome> homes(Map<TraceId, Long> starts, DayPartitions days) throws SQLException {
        Map<TraceId, TraceHome> homes = new LinkedHashMap<>();
        find(FIND, false, homes, halves(starts.keySet()));
        Map<TraceId, LocalDate> missing = new LinkedHashMap<>();
        starts.forEach((id, start) -> {
            if (!homes.containsKey(id)) {
                missing.put(id, days.dayOf(start));
            }
        });
        if (!missing.isEmpty()) {
            Object[] halves = halves(missing.keySet());
            Object[] dates = missing.values().stream().map(LocalDate::toString).toArray();
            find(INSERT, true, homes, halves[0], halves[1], connection.createArrayOf("date", dates));
        }
        return homes;
    }

    void add(Collection<TraceHome> touched, long change) throws SQLException {
        List<TraceHome> rows =
                touched.stream().filter(trace -> trace.delta().root() != null).toList();
        if (rows.isEmpty()) {
            return;
        }
        DeltaColumns columns = new DeltaColumns(rows.size());
        for (TraceHome row : rows) {
            TraceDelta delta = row.delta();
            JournalSpan root = delta.root();
            if (root != null) {
                columns.add(row.id(), delta, root);
            }
        }
        Sql.update(connection, ADD, columns.parameters(connection, change));
    }

    /** Counts anew what is left of traces; those without spans go. */
    void countAgain(Collection<Long> ids, long change) throws SQLException {
        for (long id : ids) {
            int gone = Sql.update(
                    connection,
                    "DELETE FROM traces WHERE id = ? AND NOT EXISTS (SELECT 1 FROM spans s WHERE s.day = traces.day"
                            + " AND s.trace = traces.id)",
                    id);
            if (gone == 0) {
                Sql.update(connection, COUNT_AGAIN, change, id);
            }
        }
    }

    static String text(String text) {
        return PostgresText.of(Bounded.text(text, Bounded.NAME));
    }

    private void find(String sql, boolean isNew, Map<TraceId, TraceHome> homes, Object... parameters)
            throws SQLException {
        Sql.list(
                connection,
                sql,
                row -> homes.put(
                        new TraceId(row.getLong(1), row.getLong(2)),
                        new TraceHome(row.getLong(3), LocalDate.parse(row.getString(4)), isNew, new TraceDelta())),
                parameters);
    }

    private Object[] halves(Collection<TraceId> ids) throws SQLException {
        return new Object[] {
            connection.createArrayOf("bigint", ids.stream().map(TraceId::high).toArray()),
            connection.createArrayOf("bigint", ids.stream().map(TraceId::low).toArray())
        };
    }
}
