package dev.narrative.console.store.postgres;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Drops what has expired: whole partitions, which costs no more for a million spans than for one. */
final class PostgresRetention {
    private final Connection connection;
    private final DayPartitions days;

    PostgresRetention(Connection connection, DayPartitions days) {
        this.connection = connection;
        this.days = days;
    }

    void dropBefore(LocalDate day, Collection<TraceId> held) throws SQLException {
        days.ensure(connection, List.of(day));
        for (TraceId id : held) {
            move(id, day);
        }
        for (TraceId id : PostgresHolds.ids(connection)) {
            move(id, day);
        }
        PostgresSessions sessions = new PostgresSessions(connection);
        String before = "day < '" + day + "'";
        sessions.touch(Sql.list(connection, "SELECT id FROM traces WHERE " + before, row -> row.getLong(1)));
        Sql.update(connection, "DELETE FROM traces WHERE " + before);
        days.dropBefore(connection, day);
        sessions.sumUp();
    }

    private void move(TraceId id, LocalDate day) throws SQLException {
        List<Long> old = Sql.list(
                connection,
                "UPDATE traces SET day = '" + day + "' WHERE high = ? AND low = ? AND day < '" + day + "' RETURNING id",
                row -> row.getLong(1),
                id.high(),
                id.low());
        for (long trace : old) {
            for (String table : DayPartitions.TABLES) {
                Sql.update(
                        connection,
                        "UPDATE " + table + " SET day = '" + day + "' WHERE day < '" + day + "' AND trace = ?",
                        trace);
            }
        }
    }
}
