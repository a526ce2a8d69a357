package dev.narrative.console.store.postgres;

import dev.narrative.console.store.TraceDelta;
import dev.narrative.model.journal.JournalSpan;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a batch adds to traces, column by column: one statement takes them all. */
final class DeltaColumns {
    private static final String[] TYPES = {
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "bigint",
        "float8",
        "text",
        "bigint",
        "text",
        "bigint",
        "text",
        "bigint",
        "smallint",
        "bigint",
        "bigint",
        "text",
        "text"
    };

    private final @Nullable Object[][] columns;
    private int row;

    DeltaColumns(int rows) {
        columns = new Object[TYPES.length][rows];
    }

    void add(long trace, TraceDelta delta, JournalSpan root) {
        @Nullable
        Object[] values = {
            trace,
            delta.start(),
            delta.end(),
            delta.spans(),
            delta.errors(),
            delta.running(),
            delta.interrupted(),
            delta.inputTokens(),
            delta.outputTokens(),
            delta.cost(),
            text(delta.session()),
            delta.session().sinceNanos(),
            text(delta.story()),
            delta.story().sinceNanos(),
            text(delta.user()),
            delta.user().sinceNanos(),
            (short) TraceDelta.rootRank(root),
            root.startEpochNanos(),
            root.spanId(),
            PostgresTraces.text(root.name()),
            PostgresTraces.text(root.resource().serviceName()),
        };
        for (int i = 0; i < values.length; i++) {
            columns[i][row] = values[i];
        }
        row++;
    }

    /** The parameters of the statement, the first of which is the change's number. */
    Object[] parameters(Connection connection, long change) throws SQLException {
        Object[] parameters = new Object[TYPES.length + 1];
        parameters[0] = change;
        for (int i = 0; i < TYPES.length; i++) {
            parameters[i + 1] = connection.createArrayOf(TYPES[i], columns[i]);
        }
        return parameters;
    }

    private static @Nullable String text(TraceDelta.Told told) {
        String value = told.value();
        return value == null ? null : PostgresTraces.text(value);
    }
}
