package dev.narrative.console.bench;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.IndexProgress;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.index.StoreAddress;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.model.tree.TreePrinter;
import dev.narrative.model.tree.TreeStyle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the index on a generated journal and prints what came out: {@code make bench-console}. Beside the time that
 * passed stands the time that processors worked, which a busy machine changes less.
 */
public final class ConsoleBench {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RUNS = 11;
    private static final double MEGABYTE = 1e6;

    private final Path directory;
    private final int spans;
    private final String store;

    private ConsoleBench(Path directory, int spans, String store) {
        this.directory = directory;
        this.spans = spans;
        this.store = store;
    }

    /**
     * Arguments: the directory to work in, the number of spans, the jar whose cold start is measured, and the address of
     * an empty database where that is to be measured.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        String store = args.length > 3 ? args[3] : "";
        new ConsoleBench(directory, Integer.parseInt(args[1]), store).run(Path.of(args[2]));
    }

    private void run(Path jar) throws IOException, InterruptedException {
        delete(directory);
        Path small = directory.resolve("small");
        new GeneratedJournal(small).write(GeneratedJournal.LARGE_TRACE + 30 * GeneratedJournal.SPANS_PER_TRACE);
        Path journal = directory.resolve("journal");
        long bytes = new GeneratedJournal(journal).write(spans);
        print("heap at most", Runtime.getRuntime().maxMemory() / MEGABYTE, "MB");
        print("journal of " + spans + " spans", bytes / MEGABYTE, "MB");
        List<Path> journals = List.of(journal);
        IndexDirectory place = IndexDirectory.within(journals);
        try (JournalIndex index = open(journals, place)) {
            long begun = System.nanoTime();
            long cpuBegun = processCpuNanos();
            index.refresh(PATIENCE, IndexProgress.NONE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            print("ingest, processors' time a span", (processCpuNanos() - cpuBegun) / 1e3 / spans, "µs");
            print("ingest", spans / seconds, "spans/s");
            print("ingest", seconds, "s");
            if (store.isEmpty()) {
                print("index", Files.size(place.database()) / MEGABYTE, "MB");
            }
            print("refresh with nothing new", median(() -> index.refresh(PATIENCE, IndexProgress.NONE)));
            queries(index.traces());
        }
        cold(jar, small);
        delete(directory);
    }

    private JournalIndex open(List<Path> journals, IndexDirectory place) {
        return store.isEmpty()
                ? JournalIndex.open(journals, place, PATIENCE)
                : StoreAddress.open(store, System.getenv(), journals, place);
    }

    private static void queries(TraceQueries traces) {
        TraceId large = new TraceId(GeneratedJournal.LARGE_TRACE_ID, GeneratedJournal.LARGE_TRACE_ID);
        TraceQuery latest = TraceQuery.latest(100);
        print("list of 100 traces", median(() -> traces.traces(latest)));
        print("list, model=gpt-4o status=error", where(traces, "model=gpt-4o status=error"));
        print("list, session of 10 traces", where(traces, "session=session-104900"));
        print("list, cost above most", where(traces, "cost>1"));
        print("list of 100 sessions", median(() -> traces.sessions(SessionQuery.latest(100))));
        print("text, a word of 1 in 10,000", median(() -> traces.traces(latest.withText("needle77"))));
        print("text, a word of every fifth", median(() -> traces.traces(latest.withText("ferry"))));
        print("text, two words", median(() -> traces.traces(latest.withText("ferry needle77"))));
        print("trace of 10,000 spans, outline", median(() -> traces.outline(large)));
        print("trace of 10,000 spans, all of it", median(() -> traces.spans(large)));
        TreePrinter printer = new TreePrinter(new TreeStyle(120, false, false));
        print("trace of 10,000 spans, drawn", median(() -> printer.print(traces.outline(large))));
        for (StatsBy by : StatsBy.values()) {
            print("stats by " + by.name().toLowerCase(Locale.ROOT), median(() -> traces.stats(StatsQuery.by(by))));
        }
    }

    private static Measured where(TraceQueries traces, String conditions) {
        TraceQuery query = TraceQuery.of(Where.parse(conditions), 100);
        return median(() -> traces.traces(query));
    }

    /** A process of its own for each run, the index made by a first one. */
    private static void cold(Path jar, Path journal) throws IOException, InterruptedException {
        double[] millis = new double[RUNS];
        for (int i = -1; i < RUNS; i++) {
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar.toString(),
                            "trace",
                            "list",
                            "--journal",
                            journal.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("trace list failed");
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        print("trace list from cold", millis[RUNS / 2], "ms");
    }

    /** Medians in milliseconds. */
    private record Measured(double wall, double cpu) {}

    private static Measured median(Runnable work) {
        double[] wall = new double[RUNS];
        double[] cpu = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            long cpuBegun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            wall[i] = (System.nanoTime() - begun) / 1e6;
            cpu[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegun) / 1e6;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Measured(wall[RUNS / 2], cpu[RUNS / 2]);
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void print(String what, Measured measured) {
        System.out.printf(Locale.ROOT, "%-36s %,12.1f ms %,12.1f ms worked%n", what, measured.wall(), measured.cpu());
    }

    private static void print(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-36s %,12.1f %s%n", what, value, unit);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
