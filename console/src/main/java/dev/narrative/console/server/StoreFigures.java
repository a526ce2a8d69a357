package dev.narrative.console.server;

import dev.narrative.console.server.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How large the console's own files are, and what room is left. */
final class StoreFigures {
    private StoreFigures() {}

    static void add(ServerOptions options, Metrics metrics) {
        metrics.gauge(
                "narrative_store_bytes", "The files of the index.", () -> (double) bytesIn(options.data(), "index."));
        metrics.gauge("narrative_journal_free_bytes", "What is free where received spans are written.", () ->
                (double) options.received().toFile().getUsableSpace());
        metrics.gauge("narrative_heap_bytes", "Memory in use.", () -> {
            Runtime runtime = Runtime.getRuntime();
            return (double) (runtime.totalMemory() - runtime.freeMemory());
        });
    }

    private static long bytesIn(Path directory, String prefix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
