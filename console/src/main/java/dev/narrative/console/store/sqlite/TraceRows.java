package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.Bounded;
import dev.narrative.console.store.TraceDelta;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.journal.JournalSpan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes the summaries of traces: adds to them, or counts them anew where spans were taken away. */
final class TraceRows implements AutoCloseable {
    private static final String NO_TIME = Long.MAX_VALUE + "";

    private static final String INSERT = "INSERT INTO traces VALUES(NULL, ?, ?, " + NO_TIME + ", " + Long.MIN_VALUE
            + ", 0, 0, 0, 0, 0, 0, NULL, NULL, " + NO_TIME + ", NULL, " + NO_TIME + ", NULL, " + NO_TIME
            + ", '', '', 9, 0, 0, 0)";

    private static final String IS_ROOT = "CASE WHEN (?16, ?17, ?18) < (root_rank, root_start, root_span) THEN ";

    private static final String ADD = """
            UPDATE traces SET start = min(start, ?1), end = max(end, ?2), spans = spans + ?3, errors = errors + ?4,
            running = running + ?5, interrupted = interrupted + ?6, input = input + ?7, output = output + ?8,
            cost = CASE WHEN ?9 IS NULL THEN cost ELSE coalesce(cost, 0) + ?9 END,
            session = CASE WHEN ?11 < session_since THEN ?10 ELSE session END, session_since = min(session_since, ?11),
            story = CASE WHEN ?13 < story_since THEN ?12 ELSE story END, story_since = min(story_since, ?13),
            user = CASE WHEN ?15 < user_since THEN ?14 ELSE user END, user_since = min(user_since, ?15),
            """
            + "root_rank = " + IS_ROOT + "?16 ELSE root_rank END, root_start = " + IS_ROOT
            + "?17 ELSE root_start END, root_span = " + IS_ROOT + "?18 ELSE root_span END, name = " + IS_ROOT
            + "?19 ELSE name END, service = " + IS_ROOT + "?20 ELSE service END, changed = ?21 WHERE id = ?22";

    private static final String COUNT_AGAIN = """
            UPDATE traces SET (spans, start, end, errors, running, interrupted) =
              (SELECT count(*), min(start), max(start + max(duration, 0)),
                coalesce(sum(state = 0 AND %s), 0), coalesce(sum(state = 1), 0), coalesce(sum(state = 2), 0)
              FROM spans WHERE trace = traces.id),
            (input, output, cost) =
              (SELECT coalesce(sum(input), 0), coalesce(sum(output), 0), sum(cost)
              FROM calls WHERE id IN (SELECT id FROM spans WHERE trace = traces.id)),
            (root_rank, root_start, root_span, name, service) =
              (SELECT parent <> 0, start, span, n.text, s.text FROM spans
              JOIN words n ON n.id = spans.name JOIN words s ON s.id = spans.service
              WHERE trace = traces.id ORDER BY parent <> 0, start, span LIMIT 1),
            changed = ?1 WHERE id = ?2""".formatted(SpanRow.IS_ERROR);

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement add;
    private final PreparedStatement sessionOf;
    private final PreparedStatement countAgain;
    private final PreparedStatement deleteIfEmpty;

    TraceRows(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT id FROM traces WHERE high = ? AND low = ?");
        insert = connection.prepareStatement(INSERT);
        add = connection.prepareStatement(ADD);
        sessionOf = connection.prepareStatement("SELECT session FROM traces WHERE id = ? AND session IS NOT NULL");
        countAgain = connection.prepareStatement(COUNT_AGAIN);
        deleteIfEmpty = connection.prepareStatement(
                "DELETE FROM traces WHERE id = ? AND NOT EXISTS (SELECT 1 FROM spans WHERE trace = traces.id)");
    }

    /** The number of a trace, which is given to a new one. */
    long idOf(TraceId trace) throws SQLException {
        for (boolean inserted = false; ; inserted = true) {
            find.setLong(1, trace.high());
            find.setLong(2, trace.low());
            try (ResultSet row = find.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
            if (inserted) {
                throw new SQLException("the trace " + trace + " was not kept");
            }
            insert.setLong(1, trace.high());
            insert.setLong(2, trace.low());
            insert.executeUpdate();
        }
    }

    void add(long id, TraceDelta delta, long change, TouchedSessions sessions) throws SQLException {
        JournalSpan root = delta.root();
        if (root == null) {
            return;
        }
        touch(id, sessions);
        add.setLong(1, delta.start());
        add.setLong(2, delta.end());
        add.setLong(3, delta.spans());
        add.setLong(4, delta.errors());
        add.setLong(5, delta.running());
        add.setLong(6, delta.interrupted());
        add.setLong(7, delta.inputTokens());
        add.setLong(8, delta.outputTokens());
        Sql.set(add, 9, delta.cost());
        told(10, delta.session());
        told(12, delta.story());
        told(14, delta.user());
        add.setInt(16, TraceDelta.rootRank(root));
        add.setLong(17, root.startEpochNanos());
        add.setLong(18, root.spanId());
        add.setString(19, Bounded.text(root.name(), Bounded.NAME));
        add.setString(20, Bounded.text(root.resource().serviceName(), Bounded.NAME));
        add.setLong(21, change);
        add.setLong(22, id);
        add.executeUpdate();
        touch(id, sessions);
    }

    /** Counts anew what is left of a trace; one without spans goes. */
    void countAgain(long id, long change, TouchedSessions sessions) throws SQLException {
        touch(id, sessions);
        deleteIfEmpty.setLong(1, id);
        if (deleteIfEmpty.executeUpdate() == 0) {
            countAgain.setLong(1, change);
            countAgain.setLong(2, id);
            countAgain.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
        add.close();
        sessionOf.close();
        countAgain.close();
        deleteIfEmpty.close();
    }

    private void told(int at, TraceDelta.Told told) throws SQLException {
        String value = told.value();
        add.setString(at, value == null ? null : Bounded.text(value, Bounded.NAME));
        add.setLong(at + 1, told.sinceNanos());
    }

    private void touch(long id, TouchedSessions sessions) throws SQLException {
        sessionOf.setLong(1, id);
        try (ResultSet row = sessionOf.executeQuery()) {
            if (row.next()) {
                sessions.touch(row.getString(1));
            }
        }
    }
}
