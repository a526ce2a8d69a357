package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.DurationBuckets;
import dev.narrative.console.store.StatsRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The sums of one group of calls, bucket by bucket. */
final class StatsGroup {
    private final DurationBuckets durations = new DurationBuckets();
    private final DurationBuckets firstTokens = new DurationBuckets();
    private long errors;
    private long unpriced;
    private long inputTokens;
    private long outputTokens;
    private @Nullable Double cost;

    /** Adds a row of key, bucket, calls, errors, unpriced calls, tokens in and out, cost. */
    void add(ResultSet row) throws SQLException {
        durations.add(row.getInt(2), row.getLong(3));
        errors += row.getLong(4);
        unpriced += row.getLong(5);
        inputTokens += row.getLong(6);
        outputTokens += row.getLong(7);
        Double more = Sql.decimal(row, 8);
        if (more != null) {
            cost = cost == null ? more : cost + more;
        }
    }

    void addFirstToken(int bucket, long calls) {
        firstTokens.add(bucket, calls);
    }

    StatsRow row(String key) {
        return new StatsRow(
                key,
                durations.total(),
                errors,
                unpriced,
                inputTokens,
                outputTokens,
                cost,
                durations.percentile(0.5),
                durations.percentile(0.95),
                durations.percentile(0.99),
                firstTokens.total() == 0 ? null : Long.valueOf(firstTokens.percentile(0.5)));
    }
}
