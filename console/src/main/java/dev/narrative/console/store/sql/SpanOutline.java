package dev.narrative.console.store.sql;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span without its contents, from a row that has in this order: span, parent, start, duration, name, service, type,
 * error, flags, state, model, operation, input and output tokens, cost, and the trace's session, story and user.
 */
public final class SpanOutline {
    /** How many columns are read; others may come behind. */
    public static final int COLUMNS = 18;

    private SpanOutline() {}

    public static JournalSpan read(TraceId trace, ResultSet row) throws SQLException {
        int flags = row.getInt(9);
        SpanState state = SpanRow.state(row.getInt(10));
        long start = row.getLong(3);
        String error = row.getString(8);
        return new JournalSpan(
                trace.high(),
                trace.low(),
                row.getLong(1),
                row.getLong(2),
                SpanRow.hasRemoteParent(flags),
                row.getString(5),
                SpanRow.kind(flags),
                start,
                state == SpanState.ENDED ? start + row.getLong(4) : 0,
                SpanRow.status(flags),
                SpanRow.status(flags) == StatusCode.ERROR ? error : null,
                "",
                null,
                attributes(row, error),
                List.of(),
                new Resource(row.getString(6), new Attributes()),
                state);
    }

    private static Attributes attributes(ResultSet row, @Nullable String error) throws SQLException {
        Attributes attributes = new Attributes();
        put(attributes, AttributeNames.SESSION_ID, row.getString(16));
        put(attributes, AttributeNames.STORY_ID, row.getString(17));
        put(attributes, AttributeNames.USER_ID, row.getString(18));
        put(attributes, AttributeNames.TYPE, row.getString(7));
        put(attributes, AttributeNames.GEN_AI_OPERATION_NAME, row.getString(12));
        put(attributes, AttributeNames.GEN_AI_RESPONSE_MODEL, row.getString(11));
        if (row.getLong(13) > 0 || row.getLong(14) > 0) {
            attributes.put(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, row.getLong(13));
            attributes.put(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS, row.getLong(14));
        }
        Double cost = Sql.decimal(row, 15);
        if (cost != null) {
            attributes.put(AttributeNames.COST_TOTAL, cost.doubleValue());
        }
        put(attributes, AttributeNames.ERROR_TYPE, error);
        return attributes;
    }

    private static void put(Attributes attributes, String key, @Nullable String value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }
}
