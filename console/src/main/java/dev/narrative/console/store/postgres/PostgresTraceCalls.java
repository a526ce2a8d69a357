package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.TraceCallGroups;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what was called in traces. */
final class PostgresTraceCalls {
    private PostgresTraceCalls() {}

    static Map<TraceId, TraceCalls> read(Connection connection, List<TraceId> traces) throws SQLException {
        TraceCallGroups groups = new TraceCallGroups();
        if (traces.isEmpty()) {
            return groups.calls();
        }
        String sql = "SELECT t.high, t.low, c.model, c.first_bucket, count(*) FROM traces t"
                + " JOIN calls c ON c.day = t.day AND c.trace = t.id WHERE (t.high, t.low) IN ("
                + String.join(", ", Collections.nCopies(traces.size(), "(?, ?)")) + ") GROUP BY 1, 2, 3, 4";
        Sql.list(
                connection,
                sql,
                row -> {
                    TraceId trace = new TraceId(row.getLong(1), row.getLong(2));
                    long calls = row.getLong(5);
                    groups.add(trace, row.getString(3), calls);
                    int bucket = row.getInt(4);
                    if (!row.wasNull()) {
                        groups.firstTokens(trace).add(bucket, calls);
                    }
                    return trace;
                },
                traces.stream()
                        .flatMap(trace -> Stream.of(trace.high(), trace.low()))
                        .toArray());
        return groups.calls();
    }
}
