package dev.narrative.console.store.postgres;

import dev.narrative.console.store.StoreConformance;
import dev.narrative.console.store.TraceStore;
import java.nio.file.Path;

final class PostgresStoreTest extends StoreConformance {
    @Override
    protected TraceStore open(Path directory) {
        return PostgresStore.open(PostgresServer.shared().newSchema(), PostgresServer.environment(), "here");
    }
}
