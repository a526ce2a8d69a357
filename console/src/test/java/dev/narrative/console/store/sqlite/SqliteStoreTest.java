package dev.narrative.console.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.StoreConformance;
import dev.narrative.console.store.TraceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreConformance {
    @Override
    protected TraceStore open(Path directory) {
        return SqliteStore.open(directory.resolve("index.db"));
    }

    @Test
    void beginsAnew_whenTheFileIsNoDatabase(@TempDir Path other) throws IOException {
        Path file = other.resolve("index.db");
        Files.writeString(file, "this is not a database, and long enough to be looked at".repeat(100));

        try (TraceStore store = SqliteStore.open(file)) {
            assertThat(store.traces(TraceQuery.latest(1)).traces()).isEmpty();
        }
    }

    @Test
    void beginsAnew_whenTheDatabaseIsOfAnotherVersion(@TempDir Path other) throws Exception {
        Path file = other.resolve("index.db");
        try (var connection = org.sqlite.JDBC.createConnection("jdbc:sqlite:" + file, new java.util.Properties());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE traces(something TEXT)");
            statement.execute("PRAGMA user_version = 4711");
        }

        try (TraceStore store = SqliteStore.open(file)) {
            assertThat(store.traces(TraceQuery.latest(1)).traces()).isEmpty();
        }
    }
}
