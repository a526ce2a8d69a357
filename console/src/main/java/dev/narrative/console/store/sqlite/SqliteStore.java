package dev.narrative.console.store.sqlite;

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
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceStore;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.Transaction;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of the journal in one SQLite file. It holds nothing that the journal has not, so it may be deleted. */
public final class SqliteStore implements TraceStore {
    private final Path file;
    private final Connection connection;
    private final FileRows files;
    private final TraceReads traces;
    private final SpanReads spans;
    private final SessionReads sessions;
    private final StatsReads stats;
    private @Nullable SqliteIngest ingest;

    private SqliteStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        files = new FileRows(connection);
        traces = new TraceReads(connection);
        spans = new SpanReads(connection);
        sessions = new SessionReads(connection);
        stats = new StatsReads(connection);
    }

    /** Opens the index in this file, which is made, or made anew where it is damaged; its directory must be there. */
    public static SqliteStore open(Path file) {
        return open(file, new String[0]);
    }

    /** Opens the index with more settings of the connection. */
    static SqliteStore open(Path file, String... settings) {
        Path absolute = file.toAbsolutePath();
        return new SqliteStore(absolute, SqliteDatabase.open(absolute, settings));
    }

    /** Loads the database's code; whoever has a thread to spare may do so before an index is opened. */
    public static void warmUp() {
        SqliteDatabase.warmUp();
    }

    /** Deletes the index in this file, which nobody may be writing to. */
    public static void delete(Path file) {
        SqliteDatabase.delete(file);
    }

    @Override
    public void ingest(SpanBatch batch) {
        run(() -> ingest().ingest(batch));
    }

    @Override
    public void replaceOpen(String snapshot, List<JournalSpan> open) {
        run(() -> ingest().replaceOpen(snapshot, open));
    }

    @Override
    public void forget(String journal) {
        run(() -> ingest().forget(journal));
    }

    @Override
    public List<String> snapshots() {
        return ask(files::snapshots);
    }

    @Override
    public List<FileProgress> progress() {
        return ask(files::progress);
    }

    @Override
    public List<LineProblem> problems() {
        return ask(files::problems);
    }

    @Override
    public TracePage traces(TraceQuery query) {
        return ask(() -> traces.page(query));
    }

    @Override
    public Optional<TraceSummary> trace(TraceId id) {
        return ask(() -> traces.one(id));
    }

    @Override
    public List<TraceId> startingWith(String prefix, int limit) {
        return ask(() -> traces.startingWith(prefix, limit));
    }

    @Override
    public List<JournalSpan> outline(TraceId id) {
        return ask(() -> spans.outline(id));
    }

    @Override
    public List<JournalSpan> spans(TraceId id) {
        return ask(() -> spans.whole(id));
    }

    @Override
    public List<JournalSpan> scored(TraceId id) {
        return ask(() -> spans.scored(id));
    }

    @Override
    public Optional<JournalSpan> span(SpanKey key) {
        return ask(() -> spans.whole(key).stream().findFirst());
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return ask(() -> sessions.page(query));
    }

    @Override
    public Optional<SessionSummary> session(String id) {
        return ask(() -> sessions.one(id));
    }

    @Override
    public List<StatsRow> stats(StatsQuery query) {
        return ask(() -> stats.read(query));
    }

    @Override
    public Map<TraceId, TraceCalls> calls(List<TraceId> ids) {
        return ask(() -> TraceCallReads.read(connection, ids));
    }

    @Override
    public long lastChange() {
        return ask(() -> Sql.number(connection, "SELECT last FROM changes"));
    }

    @Override
    public List<TraceSummary> changedAfter(long change) {
        return ask(() -> traces.changedAfter(change));
    }

    @Override
    public void clear() {
        run(() -> {
            closeIngest();
            Transaction.run(connection, () -> {
                SqliteSchema.drop(connection);
                SqliteSchema.create(connection);
            });
            files.forget();
        });
    }

    @Override
    public List<String> check() {
        List<String> found = ask(() -> Sql.list(connection, "PRAGMA quick_check(10)", row -> row.getString(1)));
        return found.equals(List.of("ok")) ? List.of() : found;
    }

    @Override
    public void close() {
        run(() -> {
            closeIngest();
            connection.close();
        });
    }

    private void closeIngest() throws SQLException {
        SqliteIngest open = ingest;
        ingest = null;
        if (open != null) {
            open.close();
        }
    }

    private SqliteIngest ingest() throws SQLException {
        SqliteIngest open = ingest;
        if (open == null) {
            open = new SqliteIngest(connection, files);
            ingest = open;
        }
        return open;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw SqliteDatabase.failed(file, e);
        }
    }

    private void run(Transaction.Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw SqliteDatabase.failed(file, e);
        }
    }
}
