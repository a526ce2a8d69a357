package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes within one transaction, whose turn it is to write. */
final class PostgresIngest {
    private final Connection connection;
    private final PostgresFiles files;
    private final PostgresTraces traces;
    private final PostgresSessions sessions;
    private final SpanTable spans;
    private final DayPartitions days;

    PostgresIngest(Connection connection, PostgresFiles files, DayPartitions days) {
        this.connection = connection;
        this.files = files;
        this.days = days;
        traces = new PostgresTraces(connection);
        sessions = new PostgresSessions(connection);
        spans = new SpanTable(connection);
    }

    /** A span and the file that it came from. */
    private record Row(JournalSpan span, long file) {}

    void ingest(SpanBatch batch) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        Map<SpanKey, Row> rows = new LinkedHashMap<>();
        for (LocatedSpan located : batch.spans()) {
            String path = located.place().file();
            Long file = ids.get(path);
            if (file == null) {
                file = files.idOf(path, false);
                ids.put(path, file);
            }
            rows.putIfAbsent(SpanKey.of(located.span()), new Row(located.span(), file));
        }
        write(rows);
        for (LineProblem problem : batch.problems()) {
            files.problem(problem);
        }
        for (FileProgress progress : batch.progress()) {
            files.progress(progress);
        }
    }

    /** Makes the open spans of a snapshot's file those that it has now. */
    void replaceOpen(String snapshot, List<JournalSpan> now) throws SQLException {
        long file = files.idOf(snapshot, true);
        Map<TraceId, TraceHome> homes = homes(now);
        Map<SpanKey, Row> added = new LinkedHashMap<>();
        List<SpanTable.Open> before = new ArrayList<>(spans.open(file));
        for (JournalSpan span : now) {
            TraceHome home = homes.get(TraceId.of(span));
            boolean same = before.removeIf(row -> home != null
                    && row.trace() == home.id()
                    && row.span() == span.spanId()
                    && row.state() == span.state());
            if (!same) {
                added.putIfAbsent(SpanKey.of(span), new Row(span, file));
            }
        }
        Set<Long> changed = new LinkedHashSet<>();
        for (SpanTable.Open gone : before) {
            spans.deleteOpen(gone.day(), gone.trace(), gone.span());
            changed.add(gone.trace());
        }
        countAgain(changed);
        write(added);
        if (now.isEmpty()) {
            files.delete(snapshot);
        }
    }

    void forget(String path) throws SQLException {
        countAgain(spans.deleteOf(files.idOf(path, false)));
        files.delete(path);
    }

    private void write(Map<SpanKey, Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<JournalSpan> all = rows.values().stream().map(Row::span).toList();
        Map<TraceId, TraceHome> homes = homes(all);
        Map<SpanKey, SpanState> known = spans.known(all, homes);
        SpanCopy copy = new SpanCopy();
        Set<TraceHome> touched = new LinkedHashSet<>();
        for (Map.Entry<SpanKey, Row> entry : rows.entrySet()) {
            JournalSpan span = entry.getValue().span();
            TraceHome home = home(homes, span);
            SpanState before = known.get(entry.getKey());
            if (before != null && (before == SpanState.ENDED || span.state() != SpanState.ENDED)) {
                continue;
            }
            if (before != null) {
                spans.deleteOpen(home.day(), home.id(), span.spanId());
                home.delta().removeOpen(before);
            }
            SpanFacts facts = SpanFacts.of(span);
            copy.add(home, span, facts, entry.getValue().file());
            home.delta().add(span, facts);
            touched.add(home);
        }
        days.ensure(connection, touched.stream().map(TraceHome::day).toList());
        copy.flush(connection);
        sum(touched);
    }

    private void sum(Collection<TraceHome> touched) throws SQLException {
        if (touched.isEmpty()) {
            return;
        }
        List<Long> ids = touched.stream().map(TraceHome::id).toList();
        sessions.touch(ids);
        traces.add(touched, nextChange());
        sessions.touch(ids);
        sessions.sumUp();
    }

    private void countAgain(Collection<Long> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        sessions.touch(changed);
        traces.countAgain(changed, nextChange());
        sessions.sumUp();
    }

    private Map<TraceId, TraceHome> homes(Collection<JournalSpan> of) throws SQLException {
        Map<TraceId, Long> starts = new LinkedHashMap<>();
        of.forEach(span -> starts.putIfAbsent(TraceId.of(span), span.startEpochNanos()));
        return starts.isEmpty() ? Map.of() : traces.homes(starts, days);
    }

    private static TraceHome home(Map<TraceId, TraceHome> homes, JournalSpan span) {
        TraceHome home = homes.get(TraceId.of(span));
        if (home == null) {
            throw new IllegalStateException("a span without its trace");
        }
        return home;
    }

    private long nextChange() throws SQLException {
        return Sql.number(connection, "UPDATE changes SET last = last + 1 RETURNING last");
    }
}
