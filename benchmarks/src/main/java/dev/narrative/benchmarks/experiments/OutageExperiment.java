package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.sink.RestartableCollector;
import dev.narrative.benchmarks.workload.OrderedSpans;
import dev.narrative.benchmarks.workload.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Collector and Langfuse go down under an even load, the process is killed in the middle of it and started again, and
 * both come back: what arrives, what memory and a call's time do meanwhile.
 */
final class OutageExperiment implements SoloExperiment {
    private static final int SPANS_PER_SECOND = 1_000;
    private static final int BEFORE_SECONDS = 30;
    /** An agent leaves a collector that is down alone for a minute or so at a time. */
    private static final int MOST_STRETCHES_AFTER = 12;

    private static final int STRETCH_SECONDS = 15;
    private static final Duration START_AND_END = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.sustainedRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Path run = stage.forks().newRun(name() + "-" + contestant.label());
        Set<Long> ofEarlierRuns = JournaledIds.in(run.resolve(Tracing.JOURNAL));
        Map<String, Double> figures = new HashMap<>();
        try (RestartableCollector collector = new RestartableCollector();
                RestartableCollector langfuse = new RestartableCollector()) {
            List<RestartableCollector> both = List.of(collector, langfuse);
            both.forEach(RestartableCollector::start);
            Tracing tracing =
                    Tracing.everywhere(collector.address(), langfuse.address(), Tracing.Method.of(Work.class, "step"));
            int half = Math.max(1, stage.effort().sustainedSeconds() / 2);
            try (JavaProcess killed = start(contestant, stage, run, tracing)) {
                stretch(killed, BEFORE_SECONDS, ".warmup", figures);
                stretch(killed, BEFORE_SECONDS, ".before", figures);
                both.forEach(RestartableCollector::refuse);
                stretch(killed, 2, ".refused", figures);
                both.forEach(RestartableCollector::stop);
                during(killed, half, figures);
                killInTheMiddle(killed);
            }
            try (JavaProcess next = start(contestant, stage, run, tracing)) {
                during(next, half, figures);
                both.forEach(RestartableCollector::start);
                untilAllIsSent(next, run, figures);
                next.stop();
            }
            Set<Long> journaled = JournaledIds.in(run.resolve(Tracing.JOURNAL));
            journaled.removeAll(ofEarlierRuns);
            figures.put("journaled", (double) journaled.size());
            both.forEach(destination -> compare(journaled, destination.arrivals(), figures));
        }
        return figures;
    }

    private static JavaProcess start(Contestant contestant, Stage stage, Path run, Tracing tracing) {
        Duration limit = START_AND_END.plusSeconds(stage.effort().sustainedSeconds());
        JavaProcess process = stage.forks()
                .plain(run, limit, stage.flags(contestant, tracing, run), OrderedSpans.class, SPANS_PER_SECOND);
        process.await("ready");
        return process;
    }

    private static void during(JavaProcess process, int seconds, Map<String, Double> figures) {
        for (int left = seconds; left > 0; left -= STRETCH_SECONDS) {
            stretch(process, Math.min(STRETCH_SECONDS, left), ".during", figures);
        }
    }

    private static void untilAllIsSent(JavaProcess process, Path run, Map<String, Double> figures) {
        for (int i = 0; i < MOST_STRETCHES_AFTER && spooledRequests(run) > 0; i++) {
            stretch(process, STRETCH_SECONDS, ".after", figures);
        }
    }

    private static long spooledRequests(Path run) {
        try (Stream<Path> files = Files.walk(run.resolve(Tracing.JOURNAL).resolve("spool"))) {
            return files.filter(file -> file.toString().endsWith(".request")).count();
        } catch (IOException | UncheckedIOException changing) {
            return 1; // files come and go
        }
    }

    private static void killInTheMiddle(JavaProcess process) {
        process.answer(String.valueOf(STRETCH_SECONDS));
        try {
            TimeUnit.SECONDS.sleep(STRETCH_SECONDS / 3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        process.close();
    }

    /** The worst of all stretches of a name counts. */
    private static void stretch(JavaProcess process, int seconds, String when, Map<String, Double> figures) {
        process.answer(String.valueOf(seconds));
        process.await("ready");
        System.err.printf(
                "%s: heap %.1f MB, median %.0f ns%n",
                when.substring(1), process.figure("heap"), process.figure("median"));
        for (String figure : List.of("median", "p99", "heap")) {
            figures.merge(figure + when, process.figure(figure), Math::max);
        }
    }

    /** Adds up over the destinations. */
    private static void compare(Set<Long> journaled, Map<Long, Integer> arrivals, Map<String, Double> figures) {
        long missing =
                journaled.stream().filter(id -> !arrivals.containsKey(id)).count();
        long doubled = arrivals.values().stream().filter(times -> times > 1).count();
        figures.merge("missing", (double) missing, Double::sum);
        figures.merge("doubled", (double) doubled, Double::sum);
    }
}
