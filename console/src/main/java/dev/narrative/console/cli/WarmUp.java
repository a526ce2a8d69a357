package dev.narrative.console.cli;

import dev.narrative.console.store.sqlite.SqliteStore;
import java.util.List;
import java.util.Set;

/**
 * Loads the index's code in a thread of its own while the command's words are read: each of the two is about a third of
 * what a short command takes.
 */
final class WarmUp {
    /** Commands that read the index whatever their options are; for others it would be work for nothing. */
    private static final Set<String> READ_THE_INDEX = Set.of("trace", "session", "stats", "bottlenecks", "flow");

    private WarmUp() {}

    static void begin(String... args) {
        if (args.length > 0 && !List.of(args).contains("--store") && READ_THE_INDEX.contains(args[0])) {
            Thread thread = new Thread(SqliteStore::warmUp, "narrative-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
