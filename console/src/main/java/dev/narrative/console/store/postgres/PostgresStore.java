package dev.narrative.console.store.postgres;

import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.StoredHolds;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceStore;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database of a team. It keeps whole spans, since a journal may be on another machine or gone; what it holds expires
 * by the day. Each console follows the files of its own host.
 */
public final class PostgresStore implements TraceStore {
    private final PostgresDatabase database;
    private final String host;
    private final DayPartitions days;

    private PostgresStore(PostgresDatabase database, String host, Clock clock) {
        this.database = database;
        this.host = host;
        days = new DayPartitions(clock);
    }

    /** Whether an address is one of PostgreSQL. */
    public static boolean isAddress(String url) {
        return url.startsWith(PostgresAddress.PREFIX);
    }

    /**
     * Connects, and makes the tables where they are missing.
     *
     * @param environment where PGUSER and PGPASSWORD are looked for
     * @param host the machine that the journals are on
     */
    public static PostgresStore open(String url, Map<String, String> environment, String host) {
        return open(url, environment, host, Clock.systemUTC());
    }

    static PostgresStore open(String url, Map<String, String> environment, String host, Clock clock) {
        PostgresDatabase database = new PostgresDatabase(PostgresAddress.of(url, environment));
        database.ask(Connection::getAutoCommit);
        return new PostgresStore(database, host, clock);
    }

    @Override
    public void ingest(SpanBatch batch) {
        database.write(connection -> ingest(connection).ingest(batch));
    }

    @Override
    public void replaceOpen(String snapshot, List<JournalSpan> open) {
        database.write(connection -> ingest(connection).replaceOpen(snapshot, open));
    }

    @Override
    public void forget(String file) {
        database.write(connection -> ingest(connection).forget(file));
    }

    @Override
    public void expired(String file) {
        database.write(connection -> files(connection).delete(file));
    }

    @Override
    public List<String> snapshots() {
        return database.ask(connection -> files(connection).snapshots());
    }

    @Override
    public List<FileProgress> progress() {
        return database.ask(connection -> files(connection).progress());
    }

    @Override
    public List<LineProblem> problems() {
        return database.ask(connection -> files(connection).problems());
    }

    @Override
    public TracePage traces(TraceQuery query) {
        return database.ask(connection -> PostgresTraceReads.page(connection, query));
    }

    @Override
    public Optional<TraceSummary> trace(TraceId id) {
        return database.ask(connection -> PostgresTraceReads.one(connection, id));
    }

    @Override
    public List<TraceId> startingWith(String prefix, int limit) {
        return database.ask(connection -> PostgresTraceReads.startingWith(connection, prefix, limit));
    }

    @Override
    public List<JournalSpan> outline(TraceId id) {
        return database.ask(connection -> PostgresSpanReads.outline(connection, id));
    }

    @Override
    public List<JournalSpan> spans(TraceId id) {
        return database.ask(connection -> PostgresSpanReads.whole(connection, id));
    }

    @Override
    public Optional<JournalSpan> span(SpanKey key) {
        return database.ask(
                connection -> PostgresSpanReads.whole(connection, key).stream().findFirst());
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return database.ask(connection -> PostgresSessionReads.page(connection, query));
    }

    @Override
    public Optional<SessionSummary> session(String id) {
        return database.ask(connection -> PostgresSessionReads.one(connection, id));
    }

    @Override
    public List<StatsRow> stats(StatsQuery query) {
        return database.ask(connection -> PostgresStatsReads.read(connection, query));
    }

    @Override
    public Map<TraceId, TraceCalls> calls(List<TraceId> traces) {
        return database.ask(connection -> PostgresTraceCalls.read(connection, traces));
    }

    @Override
    public long lastChange() {
        return database.ask(connection -> Sql.number(connection, "SELECT last FROM changes"));
    }

    @Override
    public List<TraceSummary> changedAfter(long change) {
        return database.ask(connection -> PostgresTraceReads.changedAfter(connection, change));
    }

    @Override
    public void clear() {
        database.write(connection -> {
            Sql.update(connection, "TRUNCATE files, problems, traces, sessions, spans, calls");
            Sql.update(connection, "UPDATE changes SET last = last + 1");
        });
    }

    @Override
    public void dropBefore(LocalDate day, Collection<TraceId> held) {
        database.write(connection -> new PostgresRetention(connection, days).dropBefore(day, held));
    }

    @Override
    public Optional<LocalDate> firstDayWithin(long bytes) {
        return database.ask(connection -> days.firstDayWithin(connection, bytes));
    }

    @Override
    public Optional<StoredHolds> holds() {
        return Optional.of(new PostgresHolds(database));
    }

    /** The database looks after its own files. */
    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        database.close();
    }

    private PostgresIngest ingest(Connection connection) throws SQLException {
        return new PostgresIngest(connection, files(connection), days);
    }

    private PostgresFiles files(Connection connection) {
        return new PostgresFiles(connection, host);
    }
}
