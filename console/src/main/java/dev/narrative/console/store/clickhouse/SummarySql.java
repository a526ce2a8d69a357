package dev.narrative.console.store.clickhouse;

import dev.narrative.model.AttributeNames;

/**
 * The SQL that sums up traces from their spans. Values of attributes are texts there. A span that was written twice, as
 * a Collector that tries again may do, counts once.
 */
final class SummarySql {
    static final String FAILED = "StatusCode IN ('Error', 'STATUS_CODE_ERROR')";

    static final String MODEL = "if(" + attribute(AttributeNames.GEN_AI_RESPONSE_MODEL) + " != '', "
            + attribute(AttributeNames.GEN_AI_RESPONSE_MODEL) + ", " + attribute(AttributeNames.GEN_AI_REQUEST_MODEL)
            + ")";

    static final String INPUT_TOKENS = tokens(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS);
    static final String OUTPUT_TOKENS = tokens(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS);
    static final String COST = "toFloat64OrNull(" + attribute(AttributeNames.COST_TOTAL) + ")";

    /** The columns of {@link #traces}, in the order in which summaries are read. */
    static final String COLUMNS = "id, name, service, started, ended, spans, errors, running, interrupted, input,"
            + " output, priced, cost, session, story, user";

    private static final String ROOT_FIRST = "(ParentSpanId != '', Timestamp, SpanId)";

    private SummarySql() {}

    /** An attribute of a span; empty where it has none. */
    static String attribute(String name) {
        return "SpanAttributes['" + name + "']";
    }

    /** The traces of the spans of which a condition holds. */
    static String traces(String table, String condition) {
        return "SELECT TraceId AS id, argMin(SpanName, " + ROOT_FIRST + ") AS name, argMin(ServiceName, " + ROOT_FIRST
                + ") AS service, min(toUnixTimestamp64Nano(Timestamp)) AS started,"
                + " max(toUnixTimestamp64Nano(Timestamp) + toInt64(Duration)) AS ended, toInt64(count()) AS spans,"
                + " toInt64(countIf(" + FAILED + ")) AS errors, toInt64(0) AS running, toInt64(0) AS interrupted,"
                + " sum(" + INPUT_TOKENS + ") AS input, sum(" + OUTPUT_TOKENS + ") AS output,"
                + " countIf(isNotNull(" + COST + ")) AS priced, sum(ifNull(" + COST + ", 0)) AS cost,"
                + earliest(AttributeNames.SESSION_ID) + " AS session," + earliest(AttributeNames.STORY_ID)
                + " AS story," + earliest(AttributeNames.USER_ID) + " AS user"
                + " FROM (SELECT * FROM " + table + " WHERE " + condition + " LIMIT 1 BY TraceId, SpanId)"
                + " GROUP BY TraceId";
    }

    private static String earliest(String name) {
        return " argMinIf(" + attribute(name) + ", Timestamp, " + attribute(name) + " != '')";
    }

    private static String tokens(String name) {
        return "greatest(toInt64OrZero(" + attribute(name) + "), 0)";
    }
}
