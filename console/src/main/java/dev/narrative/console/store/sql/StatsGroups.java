package dev.narrative.console.store.sql;

import dev.narrative.console.query.StatsBy;
import dev.narrative.console.store.StatsRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls in groups, each under what its calls have in common. */
public final class StatsGroups {
    public static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    /** Behind a key and a bucket what {@link #addCalls} reads; the calls' table is {@code c}. */
    public static final String SUMS =
            "count(*), coalesce(sum(c.error), 0), coalesce(sum(c.unpriced), 0), count(c.cost),"
                    + " coalesce(sum(c.input), 0), coalesce(sum(c.output), 0), coalesce(sum(c.cost), 0)";

    /** Gives a key's name. */
    public interface Names {
        String name(Object key) throws SQLException;
    }

    private final Map<Object, CallSums> groups = new HashMap<>();

    /** The group of a key; those whose calls have none are one as well. */
    public CallSums group(@Nullable Object key) {
        return groups.computeIfAbsent(key == null ? "" : key, added -> new CallSums());
    }

    /**
     * Adds what the database finds, grouped by key and bucket.
     *
     * @param key what calls are grouped by
     * @param from the query from its FROM on
     */
    public void addCalls(Connection connection, String key, String from, Object... parameters) throws SQLException {
        String select = "SELECT " + key + " AS k, ";
        Sql.each(connection, select + "bucket, " + SUMS + from + " GROUP BY k, bucket", this::addCalls, parameters);
        String firstTokens = select + "first_bucket, count(*)" + from;
        Sql.each(
                connection,
                firstTokens + " AND first_bucket IS NOT NULL GROUP BY k, first_bucket",
                this::addFirstTokens,
                parameters);
    }

    /** Takes a row of key, bucket and {@link #SUMS}. */
    private void addCalls(ResultSet row) throws SQLException {
        CallTotals totals = new CallTotals(
                row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getDouble(9));
        addCalls(row.getObject(1), row.getInt(2), row.getLong(3), totals);
    }

    /** Adds calls of one bucket to the group of a key. */
    public void addCalls(@Nullable Object key, int bucket, long calls, CallTotals totals) {
        CallSums group = group(key);
        group.durations().add(bucket, calls);
        group.add(totals);
    }

    /** Takes a row of key, bucket of the first token and the number of calls. */
    private void addFirstTokens(ResultSet row) throws SQLException {
        group(row.getObject(1)).firstTokens().add(row.getInt(2), row.getLong(3));
    }

    /** The rows in the order in which they are shown. */
    public List<StatsRow> rows(StatsBy by, Names names) throws SQLException {
        Map<String, CallSums> named = new TreeMap<>();
        for (Map.Entry<Object, CallSums> group : groups.entrySet()) {
            named.put(names.name(group.getKey()), group.getValue());
        }
        List<StatsRow> rows = new ArrayList<>();
        named.forEach((name, group) -> rows.add(group.row(name)));
        if (by != StatsBy.HOUR) {
            rows.sort(Comparator.comparingDouble(StatsGroups::cost)
                    .thenComparingLong(StatsRow::calls)
                    .reversed());
        }
        return rows;
    }

    /** The name of an hour that is counted from the epoch. */
    public static String hour(Object key) {
        return Instant.ofEpochSecond(((Number) key).longValue() * 3_600).toString();
    }

    private static double cost(StatsRow row) {
        Double cost = row.cost();
        return cost == null ? 0 : cost;
    }
}
