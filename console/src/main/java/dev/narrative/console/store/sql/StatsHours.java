package dev.narrative.console.store.sql;

import dev.narrative.console.query.StatsQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of a query in whole hours, which sums are kept of, and what is left of it before and behind them.
 *
 * @param from the first whole hour, counted from the epoch
 * @param to the hour after the last whole one; not above {@code from} where there is none
 * @param edges what lies outside of whole hours
 */
public record StatsHours(long from, long to, List<Edge> edges) {
    /** A part of an hour: nanoseconds since the epoch, the end not included. */
    public record Edge(long from, long to) {}

    public StatsHours {
        edges = List.copyOf(edges);
    }

    public static StatsHours of(StatsQuery query) {
        long since = query.sinceNanos();
        long until = query.untilNanos();
        long from = since == Long.MIN_VALUE ? since : -Math.floorDiv(-since, StatsGroups.NANOS_PER_HOUR);
        long to = until == Long.MAX_VALUE ? until : Math.floorDiv(until, StatsGroups.NANOS_PER_HOUR);
        List<Edge> edges = new ArrayList<>();
        if (from >= to) {
            addEdge(since, until, edges);
            return new StatsHours(0, 0, edges);
        }
        if (from != Long.MIN_VALUE) {
            addEdge(since, from * StatsGroups.NANOS_PER_HOUR, edges);
        }
        if (to != Long.MAX_VALUE) {
            addEdge(to * StatsGroups.NANOS_PER_HOUR, until, edges);
        }
        return new StatsHours(from, to, edges);
    }

    public boolean hasWholeHours() {
        return from < to;
    }

    private static void addEdge(long from, long to, List<Edge> edges) {
        if (from < to) {
            edges.add(new Edge(from, to));
        }
    }
}
