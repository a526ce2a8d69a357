package dev.narrative.console.store.sql;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.TraceSummary;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the tables of summaries, whose columns are selected in the order of the records. */
public final class SummaryRows {
    private SummaryRows() {}

    /** A trace, its id in two columns. */
    public static TraceSummary trace(ResultSet row) throws SQLException {
        return new TraceSummary(
                new TraceId(row.getLong(1), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                Sql.decimal(row, 13),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }

    public static SessionSummary session(ResultSet row) throws SQLException {
        return new SessionSummary(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                Sql.decimal(row, 10),
                row.getString(11),
                row.getString(12));
    }
}
