package dev.narrative.console.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** All of some work, or nothing. */
public final class Transaction {
    /** What is done on a connection. */
    public interface Work {
        void run() throws SQLException;
    }

    private Transaction() {}

    public static void run(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    /** SQLite has rolled back by itself where the disk is full, a lost connection can't; both say so. */
    private static void rollback(Connection connection, Throwable cause) {
        for (Work step : new Work[] {connection::rollback, () -> connection.setAutoCommit(true)}) {
            try {
                step.run();
            } catch (SQLException done) {
                cause.addSuppressed(done);
            }
        }
    }
}
