package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.SearchTerm;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.SqlWhere;
import dev.narrative.model.AttributeNames;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lists traces, the latest first. The table is ordered by names and kept by days, so a list that looked at everything
 * would read everything: it looks at the latest hour, then a day, a week, a month, and at everything only when that was
 * not enough.
 */
final class TraceSearch {
    private static final long[] WINDOWS = {
        TimeUnit.HOURS.toNanos(1), TimeUnit.DAYS.toNanos(1), TimeUnit.DAYS.toNanos(7), TimeUnit.DAYS.toNanos(30)
    };

    /** How much longer than a window a trace may have run to be told from one that began in it. */
    private static final long LONGEST_TRACE = TimeUnit.DAYS.toNanos(1);

    private static final String SEARCHED = "lowerUTF8(concatWithSeparator('" + SearchPattern.GAP + "', SpanName, "
            + "StatusMessage, "
            + texts(
                    AttributeNames.ERROR_TYPE,
                    AttributeNames.INPUT,
                    AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS,
                    AttributeNames.GEN_AI_INPUT_MESSAGES,
                    AttributeNames.GEN_AI_TOOL_CALL_ARGUMENTS,
                    AttributeNames.OUTPUT,
                    AttributeNames.GEN_AI_OUTPUT_MESSAGES,
                    AttributeNames.GEN_AI_TOOL_CALL_RESULT)
            + ", arrayStringConcat(arrayMap(e -> concat(e['exception.type'], ' ', e['exception.message']),"
            + " `Events.Attributes`), '" + SearchPattern.GAP + "')))";

    private final ClickHouseClient client;
    private final ClickHouseDialect dialect;

    TraceSearch(ClickHouseClient client, ClickHouseDialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    TracePage page(TraceQuery query) {
        SqlWhere where = where(query);
        if (query.sinceNanos() > Long.MIN_VALUE) {
            return page(query, list(where, query.sinceNanos(), query));
        }
        TraceCursor after = query.after();
        long latest = after == null ? latest(query.untilNanos()) : after.startNanos();
        for (long window : WINDOWS) {
            List<TraceSummary> traces = list(where, latest - window, query);
            if (traces.size() > query.limit()) {
                return page(query, traces);
            }
        }
        return page(query, list(where, Long.MIN_VALUE, query));
    }

    private long latest(long until) {
        long end = client.rows("SELECT toUnixTimestamp64Nano(max(Timestamp)) FROM " + client.table())
                .get(0)
                .number(0);
        return Math.min(end, until);
    }

    private List<TraceSummary> list(SqlWhere where, long since, TraceQuery query) {
        SqlWhere all = new SqlWhere();
        String spans = "1 = 1";
        if (since > Long.MIN_VALUE) {
            spans = "Timestamp >= fromUnixTimestamp64Nano(toInt64(" + (since - LONGEST_TRACE) + "))";
            all.and("started >= ?", since);
        }
        all.and(where, "(", ")");
        return client
                .rows(
                        "SELECT " + SummarySql.COLUMNS + " FROM (" + SummarySql.traces(client.table(), spans)
                                + ") WHERE " + all.conditions() + " ORDER BY started DESC, id DESC LIMIT ?",
                        all.parameters(query.limit() + 1L))
                .stream()
                .map(SummaryReader::trace)
                .toList();
    }

    private SqlWhere where(TraceQuery query) {
        SqlWhere where = new SqlWhere();
        if (query.untilNanos() < Long.MAX_VALUE) {
            where.and("started < ?", query.untilNanos());
        }
        TraceCursor after = query.after();
        if (after != null) {
            where.and("(started, id) < (?, ?)", after.startNanos(), after.id().toString());
        }
        dialect.conditions().add(query.conditions(), where);
        String text = query.text();
        if (text != null) {
            SqlWhere words = new SqlWhere();
            for (SearchTerm term : SearchTerm.parse(text)) {
                words.and("match(" + SEARCHED + ", ?)", SearchPattern.of(term));
            }
            where.and(words, "id IN (SELECT TraceId FROM " + client.table() + " WHERE ", ")");
        }
        return where;
    }

    private static TracePage page(TraceQuery query, List<TraceSummary> traces) {
        if (traces.size() <= query.limit()) {
            return new TracePage(traces, null);
        }
        List<TraceSummary> page = traces.subList(0, query.limit());
        TraceSummary last = page.get(page.size() - 1);
        return new TracePage(page, new TraceCursor(last.startNanos(), last.id()));
    }

    private static String texts(String... names) {
        StringBuilder texts = new StringBuilder();
        for (String name : names) {
            texts.append(texts.length() == 0 ? "" : ", ").append(SummarySql.attribute(name));
        }
        return texts.toString();
    }
}
