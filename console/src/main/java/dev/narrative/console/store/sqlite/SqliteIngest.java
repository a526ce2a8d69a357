package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceDelta;
import dev.narrative.console.store.sql.SpanRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.Transaction;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what comes from the journal, each batch in a transaction with how far the files were read. */
final class SqliteIngest implements AutoCloseable {
    private final Connection connection;
    private final Words words;
    private final FileRows files;
    private final TraceRows traces;
    private final SpanRows spans;
    private final CallSumRows calls;
    private long lastSpan;

    SqliteIngest(Connection connection, FileRows files) throws SQLException {
        this.connection = connection;
        this.files = files;
        words = new Words(connection);
        traces = new TraceRows(connection);
        spans = new SpanRows(connection, words);
        calls = new CallSumRows(connection, words);
        lastSpan = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM spans");
    }

    private void transaction(Transaction.Work work) throws SQLException {
        try {
            Transaction.run(connection, work);
        } catch (SQLException | RuntimeException | Error e) {
            forgetUnwritten();
            throw e;
        }
    }

    /** A trace in a batch: its number and what the batch adds. */
    private record Touched(long id, TraceDelta delta) {}

    void ingest(SpanBatch batch) throws SQLException {
        transaction(() -> {
            write(batch.spans());
            for (LineProblem problem : batch.problems()) {
                files.problem(problem);
            }
            for (FileProgress progress : batch.progress()) {
                files.progress(progress);
            }
        });
    }

    private void write(List<LocatedSpan> located) throws SQLException {
        if (located.isEmpty()) {
            return;
        }
        Map<TraceId, Touched> touched = new LinkedHashMap<>();
        List<SpanEntry> entries = new ArrayList<>(located.size());
        long first = lastSpan + 1;
        for (LocatedSpan next : located) {
            SpanEntry entry = entry(next.span(), touched);
            entries.add(entry);
            long file = files.idOf(next.place().file(), false);
            spans.add(
                    entry,
                    ++lastSpan,
                    file,
                    next.place().position(),
                    next.place().length());
        }
        int[] written = spans.flushSpans();
        for (int i = 0; i < written.length; i++) {
            SpanEntry entry = entries.get(i);
            if (written[i] > 0 || replaceOpen(entry, first + i, located.get(i))) {
                spans.addBesides(entry, first + i);
                calls.add(entry);
                delta(entry, touched).add(entry.span(), entry.facts());
            }
        }
        spans.flushBesides();
        calls.flush();
        finish(touched);
    }

    private SpanEntry entry(JournalSpan span, Map<TraceId, Touched> touched) throws SQLException {
        TraceId id = TraceId.of(span);
        Touched trace = touched.get(id);
        if (trace == null) {
            trace = new Touched(traces.idOf(id), new TraceDelta());
            touched.put(id, trace);
        }
        return new SpanEntry(trace.id(), span, SpanFacts.of(span));
    }

    private static TraceDelta delta(SpanEntry entry, Map<TraceId, Touched> touched) {
        Touched trace = touched.get(TraceId.of(entry.span()));
        if (trace == null) {
            throw new IllegalStateException("a span without its trace");
        }
        return trace.delta();
    }

    private void finish(Map<TraceId, Touched> touched) throws SQLException {
        long change = nextChange();
        TouchedSessions sessions = new TouchedSessions();
        for (Touched trace : touched.values()) {
            traces.add(trace.id(), trace.delta(), change, sessions);
        }
        sessions.sumUp(connection);
    }

    /** Puts an ended span where its trace has it as open; false where it has ended before. */
    private boolean replaceOpen(SpanEntry ended, long id, LocatedSpan located) throws SQLException {
        List<OpenRow> rows =
                open("trace = ? AND span = ?", ended.trace(), ended.span().spanId());
        if (rows.isEmpty()) {
            return false;
        }
        delete(rows.get(0).id());
        long file = files.idOf(located.place().file(), false);
        spans.add(ended, id, file, located.place().position(), located.place().length());
        spans.flushSpans();
        TraceDelta gone = new TraceDelta();
        gone.removeOpen(rows.get(0).state());
        // Sums only: what else the open span told, the ended one tells too.
        Sql.update(
                connection,
                "UPDATE traces SET spans = spans + ?, running = running + ?, interrupted = interrupted + ? WHERE id = ?",
                gone.spans(),
                gone.running(),
                gone.interrupted(),
                ended.trace());
        return true;
    }

    /** Makes the open spans of a snapshot's file those that it has now. */
    void replaceOpen(String snapshot, List<JournalSpan> now) throws SQLException {
        transaction(() -> {
            long file = files.idOf(snapshot, true);
            Map<Long, List<OpenRow>> before = new HashMap<>();
            for (OpenRow row : open("file = ?", file)) {
                before.computeIfAbsent(row.span(), span -> new ArrayList<>()).add(row);
            }
            Map<TraceId, Touched> touched = new LinkedHashMap<>();
            Map<SpanKey, JournalSpan> added = new LinkedHashMap<>();
            for (JournalSpan span : now) {
                long trace = traces.idOf(TraceId.of(span));
                List<OpenRow> rows = before.get(span.spanId());
                boolean same =
                        rows != null && rows.removeIf(row -> row.trace() == trace && row.state() == span.state());
                if (!same) {
                    added.putIfAbsent(SpanKey.of(span), span);
                }
            }
            removeAll(before);
            addOpen(added.values(), file, touched);
            finish(touched);
            if (now.isEmpty()) {
                files.delete(snapshot);
            }
        });
    }

    private void addOpen(Iterable<JournalSpan> added, long file, Map<TraceId, Touched> touched) throws SQLException {
        for (JournalSpan span : added) {
            SpanEntry entry = entry(span, touched);
            spans.add(entry, ++lastSpan, file, 0, 0);
            if (spans.flushSpans()[0] > 0) {
                delta(entry, touched).add(span, entry.facts());
            }
        }
    }

    /** Deletes open spans that are no longer open and have not ended: nobody will hear of them again. */
    private void removeAll(Map<Long, List<OpenRow>> rows) throws SQLException {
        List<Long> changed = new ArrayList<>();
        for (List<OpenRow> gone : rows.values()) {
            for (OpenRow row : gone) {
                delete(row.id());
                changed.add(row.trace());
            }
        }
        countAgain(changed);
    }

    void forget(String path) throws SQLException {
        transaction(() -> {
            long file = files.idOf(path, false);
            List<Long> changed = Sql.list(
                    connection, "SELECT DISTINCT trace FROM spans WHERE file = ?", row -> row.getLong(1), file);
            for (String table : new String[] {"span_text WHERE rowid", "calls WHERE id"}) {
                Sql.update(connection, "DELETE FROM " + table + " IN (SELECT id FROM spans WHERE file = ?)", file);
            }
            Sql.update(connection, "DELETE FROM spans WHERE file = ?", file);
            calls.countAgain(changed);
            countAgain(changed);
            files.delete(path);
        });
    }

    private void countAgain(List<Long> changed) throws SQLException {
        long change = nextChange();
        TouchedSessions sessions = new TouchedSessions();
        for (long trace : changed.stream().distinct().toList()) {
            traces.countAgain(trace, change, sessions);
        }
        sessions.sumUp(connection);
    }

    private record OpenRow(long id, long trace, long span, SpanState state) {}

    private List<OpenRow> open(String condition, Object... parameters) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, trace, span, state FROM spans WHERE state <> 0 AND " + condition,
                row -> new OpenRow(row.getLong(1), row.getLong(2), row.getLong(3), SpanRow.state(row.getInt(4))),
                parameters);
    }

    private void delete(long span) throws SQLException {
        Sql.update(connection, "DELETE FROM spans WHERE id = ?", span);
    }

    private long nextChange() throws SQLException {
        return Sql.number(connection, "UPDATE changes SET last = last + 1 RETURNING last");
    }

    /** What is known by heart may be of the transaction that was rolled back. */
    private void forgetUnwritten() throws SQLException {
        spans.clear();
        calls.clear();
        files.forget();
        words.forget(connection);
        lastSpan = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM spans");
    }

    @Override
    public void close() throws SQLException {
        words.close();
        traces.close();
        spans.close();
        calls.close();
    }
}
