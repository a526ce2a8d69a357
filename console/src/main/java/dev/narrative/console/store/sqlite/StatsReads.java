package dev.narrative.console.store.sqlite;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.StatsRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up calls; the database groups them by key and bucket, so that few rows come over. */
final class StatsReads {
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    private static final String SUMS =
            ", count(*), sum(error), sum(unpriced), sum(c.input), sum(c.output), sum(c.cost)";

    private final Connection connection;

    StatsReads(Connection connection) {
        this.connection = connection;
    }

    List<StatsRow> read(StatsQuery query) throws SQLException {
        SqlWhere where = where(query);
        String key = key(query.by());
        boolean ofTrace = query.by() == StatsBy.SESSION || query.by() == StatsBy.USER;
        String from = " FROM calls c" + (ofTrace ? " JOIN traces ON traces.id = c.trace" : "") + " WHERE "
                + where.conditions();
        Map<Object, StatsGroup> groups = new HashMap<>();
        String sums = "SELECT " + key + " AS k, bucket" + SUMS + from + " GROUP BY k, bucket";
        Sql.list(
                connection,
                sums,
                row -> {
                    StatsGroup group = group(row.getObject(1), groups);
                    group.add(row);
                    return group;
                },
                where.parameters());
        String firsts = "SELECT " + key + " AS k, first_bucket, count(*)" + from
                + " AND first_bucket IS NOT NULL GROUP BY k, first_bucket";
        Sql.list(
                connection,
                firsts,
                row -> {
                    StatsGroup group = group(row.getObject(1), groups);
                    group.addFirstToken(row.getInt(2), row.getLong(3));
                    return group;
                },
                where.parameters());
        return rows(query.by(), groups);
    }

    private static SqlWhere where(StatsQuery query) {
        SqlWhere where = new SqlWhere();
        if (query.by() == StatsBy.MODEL) {
            where.and("c.model IS NOT NULL");
        }
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("c.start >= ?", query.sinceNanos());
        }
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("c.start < ?", query.untilNanos());
        }
        List<Condition> ofTraces = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            if (condition.field() == TraceField.MODEL) {
                TraceConditions.word("c.model", condition, where);
            } else {
                ofTraces.add(condition);
            }
        }
        if (!ofTraces.isEmpty()) {
            SqlWhere traces = new SqlWhere();
            TraceConditions.add(ofTraces, traces);
            where.and(traces, "c.trace IN (SELECT id FROM traces WHERE ", ")");
        }
        return where;
    }

    private static String key(StatsBy by) {
        return switch (by) {
            case MODEL -> "model";
            case OPERATION -> "operation";
            case SERVICE -> "c.service";
            case HOUR -> "c.start / " + NANOS_PER_HOUR;
            case SESSION -> "session";
            case USER -> "user";
        };
    }

    private List<StatsRow> rows(StatsBy by, Map<Object, StatsGroup> groups) throws SQLException {
        Map<String, StatsGroup> named = new TreeMap<>();
        for (Map.Entry<Object, StatsGroup> group : groups.entrySet()) {
            named.put(name(by, group.getKey()), group.getValue());
        }
        List<StatsRow> rows = new ArrayList<>();
        named.forEach((name, group) -> rows.add(group.row(name)));
        if (by != StatsBy.HOUR) {
            rows.sort(Comparator.comparingDouble(StatsReads::cost)
                    .thenComparingLong(StatsRow::calls)
                    .reversed());
        }
        return rows;
    }

    private String name(StatsBy by, Object key) throws SQLException {
        return switch (by) {
            case MODEL, OPERATION, SERVICE -> {
                List<String> words =
                        Sql.list(connection, "SELECT text FROM words WHERE id = ?", row -> row.getString(1), key);
                yield words.isEmpty() ? "" : words.get(0);
            }
            case HOUR ->
                Instant.ofEpochSecond(((Number) key).longValue() * 3_600).toString();
            case SESSION, USER -> key.toString();
        };
    }

    private static double cost(StatsRow row) {
        Double cost = row.cost();
        return cost == null ? 0 : cost;
    }

    /** Keys may be absent, which is a group as well. */
    private static StatsGroup group(Object key, Map<Object, StatsGroup> groups) {
        return groups.computeIfAbsent(key == null ? "" : key, added -> new StatsGroup());
    }
}
