package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.SessionPage;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table {@code otel_traces} of the OpenTelemetry Collector, which has ended spans only. */
public final class ClickHouseTraces implements TraceQueries {
    private static final String IN_ORDER = " ORDER BY Timestamp, SpanId LIMIT 1 BY SpanId";

    private final ClickHouseClient client;
    private final TraceSearch search;
    private final ClickHouseSessions sessions;
    private final ClickHouseStats stats;

    private ClickHouseTraces(ClickHouseClient client) {
        this.client = client;
        ClickHouseDialect dialect = new ClickHouseDialect(client.table());
        search = new TraceSearch(client, dialect);
        sessions = new ClickHouseSessions(client);
        stats = new ClickHouseStats(client, dialect);
    }

    /** Whether an address is one of ClickHouse. */
    public static boolean isAddress(String address) {
        return address.startsWith(ClickHouseAddress.PREFIX);
    }

    /**
     * Makes sure that the table can be read.
     *
     * @param environment where CLICKHOUSE_USER and CLICKHOUSE_PASSWORD are looked for
     */
    public static ClickHouseTraces open(String address, Map<String, String> environment) {
        ClickHouseTraces traces =
                new ClickHouseTraces(new ClickHouseClient(ClickHouseAddress.of(address, environment)));
        traces.client.rows("SELECT 1 FROM " + traces.client.table() + " LIMIT 1");
        return traces;
    }

    @Override
    public TracePage traces(TraceQuery query) {
        return search.page(query);
    }

    @Override
    public Optional<TraceSummary> trace(TraceId id) {
        String sql =
                "SELECT " + SummarySql.COLUMNS + " FROM (" + SummarySql.traces(client.table(), "TraceId = ?") + ")";
        return client.rows(sql, id.toString()).stream()
                .map(SummaryReader::trace)
                .findFirst();
    }

    @Override
    public List<TraceId> startingWith(String prefix, int limit) {
        return client
                .rows(
                        "SELECT DISTINCT TraceId FROM " + client.table()
                                + " WHERE startsWith(TraceId, ?) ORDER BY TraceId LIMIT ?",
                        prefix,
                        (long) limit)
                .stream()
                .map(row -> new TraceId(Ids.parse(row.text(0), 0), Ids.parse(row.text(0), 16)))
                .toList();
    }

    @Override
    public List<JournalSpan> outline(TraceId id) {
        return client
                .rows(SpanReader.OUTLINE + " FROM " + client.table() + " WHERE TraceId = ?" + IN_ORDER, id.toString())
                .stream()
                .map(SpanReader::outline)
                .toList();
    }

    @Override
    public List<JournalSpan> spans(TraceId id) {
        return client
                .rows(SpanReader.WHOLE + " FROM " + client.table() + " WHERE TraceId = ?" + IN_ORDER, id.toString())
                .stream()
                .map(SpanReader::whole)
                .toList();
    }

    @Override
    public Optional<JournalSpan> span(SpanKey key) {
        return client
                .rows(
                        SpanReader.WHOLE + " FROM " + client.table() + " WHERE TraceId = ? AND SpanId = ? LIMIT 1",
                        new TraceId(key.traceIdHigh(), key.traceIdLow()).toString(),
                        Ids.spanId(key.spanId()))
                .stream()
                .map(SpanReader::whole)
                .findFirst();
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return sessions.page(query);
    }

    @Override
    public Optional<SessionSummary> session(String id) {
        return sessions.one(id);
    }

    @Override
    public List<StatsRow> stats(StatsQuery query) {
        return stats.read(query);
    }

    @Override
    public Map<TraceId, TraceCalls> calls(List<TraceId> traces) {
        return stats.calls(traces);
    }

    /** The latest end of a span: the table does not tell when a row was written. */
    @Override
    public long lastChange() {
        return client.rows("SELECT max(toUnixTimestamp64Nano(Timestamp) + toInt64(Duration)) FROM " + client.table())
                .get(0)
                .number(0);
    }

    /** Traces in which a span ended later; one that was sent late is not noticed. */
    @Override
    public List<TraceSummary> changedAfter(long change) {
        String sql = "SELECT " + SummarySql.COLUMNS + " FROM ("
                + SummarySql.traces(
                        client.table(),
                        "TraceId IN (SELECT TraceId FROM " + client.table()
                                + " WHERE toUnixTimestamp64Nano(Timestamp) + toInt64(Duration) > ?)")
                + ") ORDER BY ended, started";
        return client.rows(sql, change).stream().map(SummaryReader::trace).toList();
    }
}
