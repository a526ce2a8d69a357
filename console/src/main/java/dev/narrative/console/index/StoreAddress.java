package dev.narrative.console.index;

import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.clickhouse.ClickHouseTraces;
import dev.narrative.console.store.postgres.PostgresStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens the stores that lie elsewhere, each by the beginning of its address. Addresses are never shown as they are. */
public final class StoreAddress {
    private StoreAddress() {}

    /**
     * The journals in a store.
     *
     * @param environment where users and passwords are looked for
     * @param journals none where the store is only asked
     * @param directory where the lock of the journals is
     */
    public static JournalIndex open(
            String address, Map<String, String> environment, List<Path> journals, IndexDirectory directory) {
        if (PostgresStore.isAddress(address)) {
            return JournalIndex.into(PostgresStore.open(address, environment, host()), journals, directory);
        }
        if (ClickHouseTraces.isAddress(address)) {
            return JournalIndex.of(ClickHouseTraces.open(address, environment), directory);
        }
        throw new StoreException(
                "the store's address begins with neither jdbc:postgresql: nor clickhouse:",
                new IllegalArgumentException("unknown store"));
    }

    /** Files of the same name on several machines are not the same. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
