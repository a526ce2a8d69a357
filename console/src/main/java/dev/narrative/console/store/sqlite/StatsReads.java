package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.StatsGroups;
import dev.narrative.console.store.sql.StatsHours;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums up calls: whole hours from the sums that are kept of them, of all traces or, where it matters which, of each;
 * parts of hours from the calls themselves.
 */
final class StatsReads {
    private final Connection connection;

    StatsReads(Connection connection) {
        this.connection = connection;
    }

    List<StatsRow> read(StatsQuery query) throws SQLException {
        StatsGroups groups = new StatsGroups();
        StatsHours hours = StatsHours.of(query);
        if (hours.hasWholeHours()) {
            addSums(query, hours, groups);
        }
        for (StatsHours.Edge edge : hours.edges()) {
            addCalls(query, edge, groups);
        }
        return groups.rows(query.by(), key -> name(query.by(), key));
    }

    private void addSums(StatsQuery query, StatsHours hours, StatsGroups groups) throws SQLException {
        SqlWhere where = where(query).and("c.hour >= ? AND c.hour < ?", hours.from(), hours.to());
        if (!isOfTraces(query)) {
            where.and("c.trace = ?", CallSumRows.ALL_TRACES);
        }
        Sql.each(
                connection,
                "SELECT " + key(query.by(), "c.hour") + ", c.sums FROM " + sums(query) + " WHERE " + where.conditions(),
                row -> CallSumsCodec.addTo(groups.group(row.getObject(1)), row.getBytes(2), 1),
                where.parameters());
    }

    private void addCalls(StatsQuery query, StatsHours.Edge edge, StatsGroups groups) throws SQLException {
        SqlWhere where = where(query).and("c.start >= ? AND c.start < ?", edge.from(), edge.to());
        String hour = "(c.start - (c.start % N + N) % N) / N".replace("N", StatsGroups.NANOS_PER_HOUR + "");
        String traces = isOfTraces(query) ? " CROSS JOIN traces t ON t.id = c.trace" : "";
        String from = " FROM calls c" + traces + " WHERE " + where.conditions();
        groups.addCalls(connection, key(query.by(), hour), from, where.parameters());
    }

    /** Whether it matters which trace a call is of. */
    private static boolean isOfTraces(StatsQuery query) {
        return query.by() == StatsBy.SESSION
                || query.by() == StatsBy.USER
                || query.conditions().stream().anyMatch(condition -> condition.field() != TraceField.MODEL);
    }

    /** The sums, those of traces behind the traces: these are fewer, and conditions leave fewer of them. */
    private static String sums(StatsQuery query) {
        return isOfTraces(query) ? "traces t CROSS JOIN call_sums c ON c.trace = t.id" : "call_sums c";
    }

    private static SqlWhere where(StatsQuery query) {
        SqlWhere where = new SqlWhere();
        if (query.by() == StatsBy.MODEL) {
            where.and("c.model > 0");
        }
        List<Condition> ofTraces = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            if (condition.field() == TraceField.MODEL) {
                SqliteDialect.word("c.model", condition, where);
            } else {
                ofTraces.add(condition);
            }
        }
        if (!ofTraces.isEmpty()) {
            SqlWhere traces = new SqlWhere();
            SqliteDialect.CONDITIONS.add(ofTraces, traces);
            where.and(traces, "t.id IN (SELECT id FROM traces WHERE ", ")");
        }
        return where;
    }

    private static String key(StatsBy by, String hour) {
        return switch (by) {
            case MODEL -> "coalesce(c.model, 0)";
            case OPERATION -> "coalesce(c.operation, 0)";
            case SERVICE -> "c.service";
            case HOUR -> hour;
            case SESSION -> "t.session";
            case USER -> "t.user";
        };
    }

    private String name(StatsBy by, Object key) throws SQLException {
        return switch (by) {
            case MODEL, OPERATION, SERVICE -> {
                List<String> words =
                        Sql.list(connection, "SELECT text FROM words WHERE id = ?", row -> row.getString(1), key);
                yield words.isEmpty() ? "" : words.get(0);
            }
            case HOUR -> StatsGroups.hour(key);
            case SESSION, USER -> key.toString();
        };
    }
}
