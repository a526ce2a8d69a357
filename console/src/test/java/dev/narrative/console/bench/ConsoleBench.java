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
import java.util.stream.Stream;

/**
 * Measures the index on a generated journal and prints what came out: {@code make bench-console}. Beside the time that
 * passed stands the time that processors worked, which a busy machine changes less.
 */
public final class ConsoleBench {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RUNS = 11;
    private static final double MEGABYTE = 1e6;
    private static final double LIST_MILLIS = 50;
    private static final double SEARCH_MILLIS = 100;
    private static final double TRACE_MILLIS = 300;
    private static final double STATS_MILLIS = 500;
    private static final double COLD_MILLIS = 400;
    private static final double SPANS_A_SECOND = 50_000;
    /** A heap of 512 MB, as the JVM counts it. */
    private static final double HEAP_MEGABYTES = 537;

    private final BenchLines lines = new BenchLines(System.out);
    private final Path directory;
    private final int spans;
    private final String store;

    private ConsoleBench(Path directory, int spans, String store) {
        this.directory = directory;
        this.spans = spans;
        this.store = store;
    }

    /**
     * Arguments: the directory to work in, the number of spans, the jar whose cold start is measured, the demo's journal,
     * and the address of an empty database where that is to be measured. Where there is no journal of the demo, a
     * generated one of its size takes its place.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        String store = args.length > 4 ? args[4] : "";
        new ConsoleBench(directory, Integer.parseInt(args[1]), store).run(Path.of(args[2]), Path.of(args[3]));
    }

    private void run(Path jar, Path demo) throws IOException, InterruptedException {
        delete(directory);
        Path journal = directory.resolve("journal");
        long bytes = new GeneratedJournal(journal).write(spans);
        lines.atMost(HEAP_MEGABYTES, "heap at most", Runtime.getRuntime().maxMemory() / MEGABYTE, "MB");
        lines.plain("journal of " + spans + " spans", bytes / MEGABYTE, "MB");
        List<Path> journals = List.of(journal);
        IndexDirectory place = IndexDirectory.within(journals);
        try (JournalIndex index = open(journals, place)) {
            long begun = System.nanoTime();
            long cpuBegun = processCpuNanos();
            index.refresh(PATIENCE, IndexProgress.NONE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            lines.plain("ingest, processors' time a span", (processCpuNanos() - cpuBegun) / 1e3 / spans, "µs");
            rate(spans / seconds);
            lines.plain("ingest", seconds, "s");
            if (store.isEmpty()) {
                lines.plain("index", size(place.database()) / MEGABYTE, "MB");
            }
            plain("refresh with nothing new", median(() -> index.refresh(PATIENCE, IndexProgress.NONE)));
            queries(index.traces());
        }
        cold(jar, demo);
        delete(directory);
        lines.end();
    }

    /** With what is in its log yet. */
    private static long size(Path database) throws IOException {
        Path log = Path.of(database + "-wal");
        return Files.size(database) + (Files.exists(log) ? Files.size(log) : 0);
    }

    /** The promise is the index's. */
    private void rate(double spansASecond) {
        if (store.isEmpty()) {
            lines.atLeast(SPANS_A_SECOND, "ingest", spansASecond, "spans/s");
        } else {
            lines.plain("ingest", spansASecond, "spans/s");
        }
    }

    private JournalIndex open(List<Path> journals, IndexDirectory place) {
        return store.isEmpty()
                ? JournalIndex.open(journals, place, PATIENCE)
                : StoreAddress.open(store, System.getenv(), journals, place);
    }

    private void queries(TraceQueries traces) {
        TraceId large = new TraceId(GeneratedJournal.LARGE_TRACE_ID, GeneratedJournal.LARGE_TRACE_ID);
        TraceQuery latest = TraceQuery.latest(100);
        below(LIST_MILLIS, "list of 100 traces", median(() -> traces.traces(latest)));
        below(LIST_MILLIS, "list, model=gpt-4o status=error", where(traces, "model=gpt-4o status=error"));
        below(LIST_MILLIS, "list, session of 10 traces", where(traces, "session=session-104900"));
        below(LIST_MILLIS, "list, cost above most", where(traces, "cost>1"));
        below(LIST_MILLIS, "list of 100 sessions", median(() -> traces.sessions(SessionQuery.latest(100))));
        below(SEARCH_MILLIS, "text, a word of 1 in 10,000", median(() -> traces.traces(latest.withText("needle77"))));
        below(SEARCH_MILLIS, "text, a word of every fifth", median(() -> traces.traces(latest.withText("ferry"))));
        below(SEARCH_MILLIS, "text, two words", median(() -> traces.traces(latest.withText("ferry needle77"))));
        below(TRACE_MILLIS, "trace of 10,000 spans, outline", median(() -> traces.outline(large)));
        below(TRACE_MILLIS, "trace of 10,000 spans, all of it", median(() -> traces.spans(large)));
        TreePrinter printer = new TreePrinter(new TreeStyle(120, false, false));
        below(TRACE_MILLIS, "trace of 10,000 spans, drawn", median(() -> printer.print(traces.outline(large))));
        for (StatsBy by : StatsBy.values()) {
            below(
                    STATS_MILLIS,
                    "stats by " + by.name().toLowerCase(Locale.ROOT),
                    median(() -> traces.stats(StatsQuery.by(by))));
        }
    }

    private static Measured where(TraceQueries traces, String conditions) {
        TraceQuery query = TraceQuery.of(Where.parse(conditions), 100);
        return median(() -> traces.traces(query));
    }

    /** With an index, which the first run makes, as every command after the first has one. */
    private void cold(Path jar, Path demo) throws IOException, InterruptedException {
        Path journal = directory.resolve("demo");
        boolean played = Files.isDirectory(demo);
        if (played) {
            copy(demo, journal);
        } else {
            new GeneratedJournal(journal).write(GeneratedJournal.LARGE_TRACE);
        }
        String of = played ? ", the demo's journal" : ", a generated journal";
        lines.below(COLD_MILLIS, "trace list" + of, ColdStart.ofJar(jar).traceListMillis(journal));
        Path launcher = jar.resolveSibling("../bin/narrative").normalize();
        if (Files.isExecutable(launcher)) {
            ColdStart launched = new ColdStart(List.of(launcher.toString()));
            lines.below(COLD_MILLIS, "... by bin/narrative", launched.traceListMillis(journal));
        }
    }

    /** Its days, without the index that somebody may have made. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inside = from.relativize(file);
                if (!inside.startsWith(".console")) {
                    Path target = to.resolve(inside);
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(file, target);
                }
            }
        }
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

    private void below(double bar, String what, Measured measured) {
        lines.below(bar, what, measured.wall(), measured.cpu());
    }

    private void plain(String what, Measured measured) {
        lines.plain(what, measured.wall(), measured.cpu());
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
