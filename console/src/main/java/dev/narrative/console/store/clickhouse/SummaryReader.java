package dev.narrative.console.store.clickhouse;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import org.jspecify.annotations.Nullable;

/** Makes summaries of rows. */
final class SummaryReader {
    private SummaryReader() {}

    /** Of {@link SummarySql#COLUMNS}. */
    static TraceSummary trace(Row row) {
        String id = row.text(0);
        return new TraceSummary(
                new TraceId(Ids.parse(id, 0), Ids.parse(id, 16)),
                row.text(1),
                row.text(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10),
                cost(row, 11),
                row.known(13),
                row.known(14),
                row.known(15));
    }

    static SessionSummary session(Row row) {
        return new SessionSummary(
                row.text(0),
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                0,
                row.number(6),
                row.number(7),
                cost(row, 8),
                row.known(10),
                row.known(11));
    }

    /** The sum in the column behind that which tells how many had a price. */
    private static @Nullable Double cost(Row row, int priced) {
        return row.number(priced) == 0 ? null : Double.valueOf(row.decimal(priced + 1));
    }
}
