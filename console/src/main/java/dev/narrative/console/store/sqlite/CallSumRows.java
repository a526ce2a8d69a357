package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.sql.CallSums;
import dev.narrative.console.store.sql.CallTotals;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.StatsGroups;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sums of calls, of each trace and of all traces together, by hour, model, operation and service: what a
 * batch adds is summed up in memory and laid upon the rows.
 */
final class CallSumRows implements AutoCloseable {
    /** In place of a trace's number: the sums of all traces. */
    static final long ALL_TRACES = 0;

    private static final String OF_TRACE =
            "SELECT start, model, operation, service, error, unpriced, input, output, cost, bucket, first_bucket"
                    + " FROM calls WHERE id IN (SELECT id FROM spans WHERE trace = ?)";

    /** What the calls of a row have in common: numbers of words, 0 where they have none. */
    private record Key(long trace, long hour, long model, long operation, long service) {
        Key ofAllTraces() {
            return new Key(ALL_TRACES, hour, model, operation, service);
        }

        Object[] parameters() {
            return new Object[] {trace, hour, model, operation, service};
        }
    }

    private final Connection connection;
    private final Words words;
    private final PreparedStatement find;
    private final PreparedStatement replace;
    private final PreparedStatement delete;
    private final Map<Key, CallSums> added = new LinkedHashMap<>();

    CallSumRows(Connection connection, Words words) throws SQLException {
        this.connection = connection;
        this.words = words;
        String key = " WHERE trace = ? AND hour = ? AND model = ? AND operation = ? AND service = ?";
        find = connection.prepareStatement("SELECT sums FROM call_sums" + key);
        replace = connection.prepareStatement("INSERT OR REPLACE INTO call_sums VALUES(?, ?, ?, ?, ?, ?)");
        delete = connection.prepareStatement("DELETE FROM call_sums" + key);
    }

    /** Notes a span that was written; one that is no call, or is open, adds nothing. */
    void add(SpanEntry entry) throws SQLException {
        JournalSpan span = entry.span();
        SpanFacts facts = entry.facts();
        if (span.state() != SpanState.ENDED || !facts.isCall()) {
            return;
        }
        Key key = new Key(
                entry.trace(),
                Math.floorDiv(span.startEpochNanos(), StatsGroups.NANOS_PER_HOUR),
                number(words.idOfNullable(facts.model())),
                number(words.idOfNullable(facts.operation())),
                words.id(span.resource().serviceName()));
        CallTotals totals = CallTotals.of(facts, span.status() == StatusCode.ERROR);
        int bucket = DurationBuckets.bucketOf(SpanRows.duration(span));
        long firstToken = facts.firstTokenNanos();
        add(key, totals, bucket, firstToken < 0 ? -1 : DurationBuckets.bucketOf(firstToken));
    }

    /** Lays upon the rows what was noted. */
    void flush() throws SQLException {
        for (Map.Entry<Key, CallSums> entry : added.entrySet()) {
            Object[] key = entry.getKey().parameters();
            CallSums sums = entry.getValue();
            Sql.bind(find, key);
            try (ResultSet row = find.executeQuery()) {
                if (row.next()) {
                    CallSumsCodec.addTo(sums, row.getBytes(1), 1);
                }
            }
            Sql.bind(sums.isEmpty() ? delete : replace, key);
            if (sums.isEmpty()) {
                delete.executeUpdate();
            } else {
                replace.setBytes(key.length + 1, CallSumsCodec.encode(sums));
                replace.executeUpdate();
            }
        }
        added.clear();
    }

    /** Sums up anew what is left of the calls of traces that spans were taken away from. */
    void countAgain(List<Long> traces) throws SQLException {
        for (long trace : traces) {
            Sql.list(
                    connection,
                    "SELECT hour, model, operation, service, sums FROM call_sums WHERE trace = ?",
                    row -> {
                        Key key = new Key(trace, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
                        CallSumsCodec.addTo(sums(key), row.getBytes(5), -1);
                        CallSumsCodec.addTo(sums(key.ofAllTraces()), row.getBytes(5), -1);
                        return key;
                    },
                    trace);
            Sql.list(connection, OF_TRACE, row -> addAgain(trace, row), trace);
        }
        flush();
    }

    void clear() {
        added.clear();
    }

    @Override
    public void close() throws SQLException {
        find.close();
        replace.close();
        delete.close();
    }

    private Key addAgain(long trace, ResultSet row) throws SQLException {
        Double cost = Sql.decimal(row, 9);
        Key key = new Key(
                trace,
                Math.floorDiv(row.getLong(1), StatsGroups.NANOS_PER_HOUR),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4));
        CallTotals totals = new CallTotals(
                row.getLong(5),
                row.getLong(6),
                cost == null ? 0 : 1,
                row.getLong(7),
                row.getLong(8),
                cost == null ? 0 : cost);
        int firstToken = row.getInt(11);
        add(key, totals, row.getInt(10), row.wasNull() ? -1 : firstToken);
        return key;
    }

    private void add(Key key, CallTotals totals, int bucket, int firstToken) {
        for (CallSums sums : List.of(sums(key), sums(key.ofAllTraces()))) {
            sums.add(totals);
            sums.durations().add(bucket, 1);
            if (firstToken >= 0) {
                sums.firstTokens().add(firstToken, 1);
            }
        }
    }

    private CallSums sums(Key key) {
        return added.computeIfAbsent(key, first -> new CallSums());
    }

    private static long number(@Nullable Long word) {
        return word == null ? 0 : word;
    }
}
