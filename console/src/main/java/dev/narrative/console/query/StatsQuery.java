package dev.narrative.console.query;

import java.util.List;

/**
 * Which model calls are summed up, and by what.
 *
 * @param conditions hold of the traces of the calls; of the call itself where they are about the model
 * @param sinceNanos the earliest start, since the epoch
 * @param untilNanos the start before which calls began, since the epoch
 */
public record StatsQuery(StatsBy by, List<Condition> conditions, long sinceNanos, long untilNanos) {
    public StatsQuery {
        conditions = List.copyOf(conditions);
    }

    public static StatsQuery by(StatsBy by) {
        return new StatsQuery(by, List.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
