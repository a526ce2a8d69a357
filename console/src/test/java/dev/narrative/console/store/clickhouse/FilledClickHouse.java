package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceStore;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of the Collector's that a test writes to as the Collector does, and reads as the console does. */
final class FilledClickHouse implements TraceStore {
    private final ClickHouseEngine engine;
    private final String table;
    private final ClickHouseTraces traces;

    private FilledClickHouse(ClickHouseEngine engine, String table) {
        this.engine = engine;
        this.table = table;
        engine.run(CollectorTable.create(table));
        traces = ClickHouseTraces.open(engine.address(table), Map.of());
    }

    static FilledClickHouse create(ClickHouseEngine engine) {
        return new FilledClickHouse(engine, ClickHouseEngine.newTable());
    }

    void insert(List<JournalSpan> spans) {
        engine.run(CollectorTable.insert(table, spans));
    }

    @Override
    public void ingest(SpanBatch batch) {
        insert(batch.spans().stream().map(LocatedSpan::span).toList());
    }

    @Override
    public TracePage traces(TraceQuery query) {
        return traces.traces(query);
    }

    @Override
    public Optional<TraceSummary> trace(TraceId id) {
        return traces.trace(id);
    }

    @Override
    public List<TraceId> startingWith(String prefix, int limit) {
        return traces.startingWith(prefix, limit);
    }

    @Override
    public List<JournalSpan> outline(TraceId id) {
        return traces.outline(id);
    }

    @Override
    public List<JournalSpan> spans(TraceId id) {
        return traces.spans(id);
    }

    @Override
    public Optional<JournalSpan> span(SpanKey key) {
        return traces.span(key);
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return traces.sessions(query);
    }

    @Override
    public Optional<SessionSummary> session(String id) {
        return traces.session(id);
    }

    @Override
    public List<StatsRow> stats(StatsQuery query) {
        return traces.stats(query);
    }

    @Override
    public Map<TraceId, TraceCalls> calls(List<TraceId> ids) {
        return traces.calls(ids);
    }

    @Override
    public long lastChange() {
        return traces.lastChange();
    }

    @Override
    public List<TraceSummary> changedAfter(long change) {
        return traces.changedAfter(change);
    }

    @Override
    public void replaceOpen(String snapshot, List<JournalSpan> open) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> snapshots() {
        return List.of();
    }

    @Override
    public void forget(String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FileProgress> progress() {
        return List.of();
    }

    @Override
    public List<LineProblem> problems() {
        return List.of();
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public void close() {}
}
