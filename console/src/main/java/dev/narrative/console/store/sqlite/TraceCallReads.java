package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.sql.CallSums;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.TraceCallGroups;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads what was called in traces from the sums that are kept of each. */
final class TraceCallReads {
    private static final String OF_TRACE =
            "SELECT w.text, c.sums FROM traces t CROSS JOIN call_sums c ON c.trace = t.id"
                    + " LEFT JOIN words w ON w.id = c.model WHERE t.high = ? AND t.low = ?";

    private TraceCallReads() {}

    static Map<TraceId, TraceCalls> read(Connection connection, List<TraceId> traces) throws SQLException {
        TraceCallGroups groups = new TraceCallGroups();
        try (PreparedStatement statement = connection.prepareStatement(OF_TRACE)) {
            for (TraceId trace : traces) {
                Sql.bind(statement, trace.high(), trace.low());
                Sql.list(statement, row -> {
                    CallSums sums = new CallSums();
                    CallSumsCodec.addTo(sums, row.getBytes(2), 1);
                    groups.add(trace, row.getString(1), sums.durations().total());
                    sums.firstTokens().forEach(groups.firstTokens(trace)::add);
                    return trace;
                });
            }
        }
        return groups.calls();
    }
}
