package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.Condition;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.sql.CallTotals;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.console.store.sql.StatsGroups;
import dev.narrative.console.store.sql.TraceCallGroups;
import dev.narrative.model.AttributeNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sums up calls from their spans. Session and user are those of the call's own span. */
final class ClickHouseStats {
    private static final String OPERATION = SummarySql.attribute(AttributeNames.GEN_AI_OPERATION_NAME);
    private static final String IS_CALL = "(" + OPERATION + " != '' OR " + SummarySql.MODEL + " != '')";
    private static final String FIRST_TOKEN =
            "toFloat64OrNull(" + SummarySql.attribute(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK) + ") * 1e9";
    private static final String USED_WITHOUT_PRICE = "isNull(" + SummarySql.COST + ") AND " + SummarySql.INPUT_TOKENS
            + " + " + SummarySql.OUTPUT_TOKENS + " > 0";

    private final ClickHouseClient client;
    private final ClickHouseDialect dialect;

    ClickHouseStats(ClickHouseClient client, ClickHouseDialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    List<StatsRow> read(StatsQuery query) {
        SqlWhere where = where(query);
        String calls = " FROM (SELECT * FROM " + client.table() + " WHERE " + where.conditions()
                + " LIMIT 1 BY TraceId, SpanId)";
        String key = "SELECT " + key(query.by()) + " AS k, ";
        StatsGroups groups = new StatsGroups();
        String sums = key + bucket("toFloat64(Duration)") + " AS b, count(), countIf(" + SummarySql.FAILED
                + "), countIf(" + USED_WITHOUT_PRICE + "), countIf(isNotNull(" + SummarySql.COST + ")), sum("
                + SummarySql.INPUT_TOKENS + "), sum(" + SummarySql.OUTPUT_TOKENS + "), sum(ifNull(" + SummarySql.COST
                + ", 0))" + calls + " GROUP BY k, b";
        for (Row row : client.rows(sums, where.parameters())) {
            CallTotals totals = new CallTotals(
                    row.number(3), row.number(4), row.number(5), row.number(6), row.number(7), row.decimal(8));
            groups.addCalls(row.text(0), (int) row.number(1), row.number(2), totals);
        }
        String firsts = key + bucket("assumeNotNull(" + FIRST_TOKEN + ")") + " AS b, count()" + calls
                + " WHERE isNotNull(" + FIRST_TOKEN + ") GROUP BY k, b";
        for (Row row : client.rows(firsts, where.parameters())) {
            groups.group(row.text(0)).firstTokens().add((int) row.number(1), row.number(2));
        }
        return rows(query.by(), groups);
    }

    /** What was called in traces. */
    Map<TraceId, TraceCalls> calls(List<TraceId> traces) {
        TraceCallGroups groups = new TraceCallGroups();
        if (!traces.isEmpty()) {
            String sql = "SELECT TraceId, " + SummarySql.MODEL + " AS m, if(isNull(" + FIRST_TOKEN + "), -1, "
                    + bucket("assumeNotNull(" + FIRST_TOKEN + ")") + ") AS b, count() FROM (SELECT * FROM "
                    + client.table() + " WHERE TraceId IN ("
                    + String.join(", ", Collections.nCopies(traces.size(), "?")) + ") AND " + IS_CALL
                    + " LIMIT 1 BY TraceId, SpanId) GROUP BY TraceId, m, b";
            for (Row row :
                    client.rows(sql, traces.stream().map(TraceId::toString).toArray())) {
                TraceId trace = Objects.requireNonNull(TraceId.parse(row.text(0)));
                groups.add(trace, row.text(1), row.number(3));
                if (row.number(2) >= 0) {
                    groups.firstTokens(trace).add((int) row.number(2), row.number(3));
                }
            }
        }
        return groups.calls();
    }

    private static List<StatsRow> rows(StatsBy by, StatsGroups groups) {
        try {
            return groups.rows(
                    by, key -> by == StatsBy.HOUR ? StatsGroups.hour(Long.valueOf(key.toString())) : key.toString());
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SqlWhere where(StatsQuery query) {
        SqlWhere where = new SqlWhere().and(query.by() == StatsBy.MODEL ? SummarySql.MODEL + " != ''" : IS_CALL);
        if (query.sinceNanos() > Long.MIN_VALUE) {
            where.and("Timestamp >= fromUnixTimestamp64Nano(?)", query.sinceNanos());
        }
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("Timestamp < fromUnixTimestamp64Nano(?)", query.untilNanos());
        }
        List<Condition> ofTraces = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            if (condition.field() == TraceField.MODEL) {
                dialect.conditions().text(SummarySql.MODEL, condition, where);
            } else {
                ofTraces.add(condition);
            }
        }
        if (!ofTraces.isEmpty()) {
            SqlWhere traces = new SqlWhere();
            dialect.conditions().add(ofTraces, traces);
            String all = SummarySql.traces(client.table(), "1 = 1");
            where.and(traces, "TraceId IN (SELECT id FROM (" + all + ") WHERE ", ")");
        }
        return where;
    }

    private static String bucket(String nanos) {
        return "if(" + nanos + " <= 1, 0, toInt64(ceil(log(" + nanos + ") / log(1.02))))";
    }

    private static String key(StatsBy by) {
        return switch (by) {
            case MODEL -> SummarySql.MODEL;
            case OPERATION -> OPERATION;
            case SERVICE -> "ServiceName";
            case HOUR -> "intDiv(toUnixTimestamp64Nano(Timestamp), " + StatsGroups.NANOS_PER_HOUR + ")";
            case SESSION -> SummarySql.attribute(AttributeNames.SESSION_ID);
            case USER -> SummarySql.attribute(AttributeNames.USER_ID);
        };
    }
}
