package dev.narrative.console.store.postgres;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.StatsGroups;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sums up calls; the database groups them by key and bucket, on several cores where it has them. */
final class PostgresStatsReads {
    private PostgresStatsReads() {}

    static List<StatsRow> read(Connection connection, StatsQuery query) throws SQLException {
        SqlWhere where = where(query);
        boolean ofTrace = query.by() == StatsBy.SESSION || query.by() == StatsBy.USER;
        String from =
                " FROM calls c" + (ofTrace ? " JOIN traces t ON t.id = c.trace" : "") + " WHERE " + where.conditions();
        StatsGroups groups = new StatsGroups();
        groups.addCalls(connection, key(query.by()), from, PostgresSql.clean(where.parameters()));
        return groups.rows(query.by(), name -> query.by() == StatsBy.HOUR ? StatsGroups.hour(name) : name.toString());
    }

    private static SqlWhere where(StatsQuery query) {
        SqlWhere where = new SqlWhere();
        if (query.by() == StatsBy.MODEL) {
            where.and("c.model IS NOT NULL");
        }
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("c.started >= ?", query.sinceNanos());
        }
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("c.started < ?", query.untilNanos());
        }
        List<Condition> ofTraces = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            if (condition.field() == TraceField.MODEL) {
                PostgresDialect.CONDITIONS.text("c.model", condition, where);
            } else {
                ofTraces.add(condition);
            }
        }
        if (!ofTraces.isEmpty()) {
            SqlWhere traces = new SqlWhere();
            PostgresDialect.CONDITIONS.add(ofTraces, traces);
            where.and(traces, "c.trace IN (SELECT id FROM traces WHERE ", ")");
        }
        return where;
    }

    private static String key(StatsBy by) {
        return switch (by) {
            case MODEL -> "c.model";
            case OPERATION -> "c.operation";
            case SERVICE -> "c.service";
            case HOUR -> "floor(c.started / " + StatsGroups.NANOS_PER_HOUR + ".0)::bigint";
            case SESSION -> "t.session";
            case USER -> "t.user_id";
        };
    }
}
