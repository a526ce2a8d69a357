package dev.narrative.export.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Prints nanoseconds of CPU, the system's share included, for a span in the ledger of what was sent: of requests with few
 * spans and with many. Run by {@code make bench-export}; the argument is a directory on the disk to be measured.
 */
final class LedgerSpeed {
    private static final int SPANS = 1_024_000;
    private static final int ROUNDS = 11;

    private LedgerSpeed() {}

    public static void main(String[] args) throws IOException {
        Path parent = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "."));
        for (int spansPerRequest : new int[] {2_048, 512, 32}) {
            Path directory = Files.createTempDirectory(parent, "ledger");
            try {
                run(directory, spansPerRequest);
            } finally {
                delete(directory);
            }
        }
    }

    private static void run(Path directory, int spansPerRequest) throws IOException {
        long[] ids = new SplittableRandom(1).longs(spansPerRequest).toArray();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[ROUNDS];
        try (SentLedger ledger = new SentLedger(directory, SteadyClock.fromNow(), 0)) {
            ledger.journalIs(directory.resolve("shop-1-1.jsonl"));
            for (int round = 0; round < ROUNDS; round++) {
                long start = threads.getCurrentThreadCpuTime();
                for (int sent = 0; sent < SPANS; sent += spansPerRequest) {
                    ledger.goesOut(ids);
                }
                nanos[round] = threads.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(nanos);
        double median = (double) nanos[ROUNDS / 2] / SPANS;
        System.out.printf(
                "ledger, %,d spans a request: %.1f ns (%.1f to %.1f) per span; %.2f %% of a core at 20,000 spans/s%n",
                spansPerRequest,
                median,
                (double) nanos[0] / SPANS,
                (double) nanos[ROUNDS - 1] / SPANS,
                median * 20_000 / 1e7);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
