package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.StoredHold;
import dev.narrative.console.store.StoredHolds;
import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The table of held traces. */
final class PostgresHolds implements StoredHolds {
    private final PostgresDatabase database;

    PostgresHolds(PostgresDatabase database) {
        this.database = database;
    }

    /** The ids alone, for who is within a transaction. */
    static List<TraceId> ids(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT high, low FROM holds", row -> new TraceId(row.getLong(1), row.getLong(2)));
    }

    @Override
    public List<StoredHold> list() {
        return database.ask(connection -> Sql.list(
                connection,
                "SELECT high, low, since, held_by, reason FROM holds ORDER BY since, high, low",
                row -> new StoredHold(
                        new TraceId(row.getLong(1), row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    }

    @Override
    public void put(StoredHold hold) {
        Object[] columns = {hold.trace().high(), hold.trace().low(), hold.since(), hold.by(), hold.reason()};
        database.write(connection -> Sql.update(
                connection,
                "INSERT INTO holds(high, low, since, held_by, reason) VALUES(?, ?, ?, ?, ?) ON CONFLICT(high, low)"
                        + " DO UPDATE SET since = excluded.since, held_by = excluded.held_by, reason = excluded.reason",
                PostgresSql.clean(columns)));
    }

    @Override
    public boolean remove(TraceId trace) {
        boolean[] held = {false};
        database.write(connection -> held[0] =
                Sql.update(connection, "DELETE FROM holds WHERE high = ? AND low = ?", trace.high(), trace.low()) > 0);
        return held[0];
    }
}
