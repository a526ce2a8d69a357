package dev.narrative.console.store.postgres;

import dev.narrative.console.store.StoreException;
import java.sql.SQLException;

/** What went wrong with the database, in words and with what to do next. */
final class PostgresFailure {
    private PostgresFailure() {}

    static StoreException of(PostgresAddress address, SQLException e) {
        return new StoreException(
                "the database " + address + " can't be used (" + e.getMessage() + "); " + advice(e), e);
    }

    /** Whether the connection is gone, so that another one may do. */
    static boolean isLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static String advice(SQLException e) {
        String state = state(e);
        if (isLost(e)) {
            return "check that it runs and can be reached, nothing is lost";
        }
        return switch (state) {
            case "28P01", "28000" -> "check the user and the password, which may come from PGUSER and PGPASSWORD";
            case "3D000" -> "make it: createdb, or name another one with --store";
            case "42501" -> "the user needs the right to create tables: GRANT CREATE ON DATABASE … TO …";
            case "53100" -> "free space on its disk, nothing is lost";
            case "53300" -> "it has too many connections, try again";
            case "55P03" -> "other consoles keep it busy, try again";
            default -> "see the database's log";
        };
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
