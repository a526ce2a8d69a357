package dev.narrative.console.store.postgres;

import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.sql.Transaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A connection to the database, made anew when it was lost. Those who write take turns, over all consoles: what a
 * transaction reads before it writes stays as it is, and changes are numbered in the order of their commits.
 */
final class PostgresDatabase implements AutoCloseable {
    /** Some number that nobody else locks: "narrativ" in ASCII. */
    private static final long WRITERS = 0x6e61_7272_6174_6976L;

    private static final int SECONDS_TO_ANSWER = 10;

    private static final String[] TURN = {
        "SET LOCAL lock_timeout = '60s'",
        "SELECT pg_advisory_xact_lock(" + WRITERS + ")",
        // Keys of a batch are looked up one by one: a new partition has no statistics that would tell.
        "SET LOCAL enable_hashjoin = off",
        "SET LOCAL enable_mergejoin = off",
    };

    private final PostgresAddress address;
    private @Nullable Connection connection;

    PostgresDatabase(PostgresAddress address) {
        this.address = address;
    }

    /** A question to the database. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** What is done within a transaction. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** Asks, and once more where the connection turns out to have been lost since it was used last. */
    <T> T ask(Question<T> question) {
        boolean fresh = connection == null;
        try {
            return question.ask(connection());
        } catch (SQLException e) {
            if (!PostgresFailure.isLost(e)) {
                throw PostgresFailure.of(address, e);
            }
            disconnect();
            if (fresh) {
                throw PostgresFailure.of(address, e);
            }
        }
        return ask(question);
    }

    /** Does all of it or nothing, when it is this console's turn. */
    void write(Work work) {
        try {
            Connection before = connection;
            if (before != null && !before.isValid(SECONDS_TO_ANSWER)) {
                disconnect(); // lost while nothing was asked, which need not cost a batch
            }
            transaction(connection(), work);
        } catch (SQLException e) {
            if (PostgresFailure.isLost(e)) {
                disconnect();
            }
            throw PostgresFailure.of(address, e);
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private static void transaction(Connection connection, Work work) throws SQLException {
        Transaction.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                for (String turn : TURN) {
                    statement.execute(turn);
                }
            }
            work.run(connection);
        });
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connect();
            connection = open;
        }
        return open;
    }

    private Connection connect() throws SQLException {
        Connection made = new Driver().connect(address.url(), address.properties());
        if (made == null) {
            throw new StoreException(
                    address + " is no address of PostgreSQL", new IOException("refused by the driver"));
        }
        try {
            PostgresSchema.createIfMissing(made, address.schema());
            if (!PostgresSchema.isCurrent(made)) {
                transaction(made, PostgresSchema::migrate);
            }
            return made;
        } catch (SQLException | RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    private void disconnect() {
        Connection gone = connection;
        connection = null;
        if (gone != null) {
            try {
                gone.close();
            } catch (SQLException lost) {
                // there is nothing left to close
            }
        }
    }
}
