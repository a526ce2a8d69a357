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
    private static final int WARM_UP_SECONDS = 30;
    private static final int BEFORE_SECONDS = 60;
    /** An agent leaves a collector that is down alone for a minute or so at a time. */
    private static final int MOST_STRETCHES_AFTER = 12;

    private static final String BEFORE = "before";
    private static final String DURING = "during";
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
        Stretches stretches = new Stretches();
        try (RestartableCollector collector = new RestartableCollector();
                RestartableCollector langfuse = new RestartableCollector()) {
            List<RestartableCollector> both = List.of(collector, langfuse);
            both.forEach(RestartableCollector::start);
            Tracing tracing =
                    Tracing.everywhere(collector.address(), langfuse.address(), Tracing.Method.of(Work.class, "step"));
            int half = Math.max(1, stage.effort().sustainedSeconds() / 2);
            try (JavaProcess killed = start(contestant, stage, run, tracing)) {
                stretches.play(killed, WARM_UP_SECONDS, "warm-up");
                stretches.playAll(killed, BEFORE_SECONDS, BEFORE);
                both.forEach(RestartableCollector::refuse);
                stretches.play(killed, 2, "refused");
                both.forEach(RestartableCollector::stop);
                stretches.playAll(killed, half, DURING);
                killInTheMiddle(killed);
            }
            try (JavaProcess next = start(contestant, stage, run, tracing)) {
                stretches.play(next, WARM_UP_SECONDS, "warm-up");
                stretches.playAll(next, half, DURING);
                both.forEach(RestartableCollector::start);
                untilAllIsSent(next, run, stretches);
                next.stop();
            }
            Set<Long> journaled = JournaledIds.in(run.resolve(Tracing.JOURNAL));
            journaled.removeAll(ofEarlierRuns);
            figures.put("journaled", (double) journaled.size());
            stretches.addTo(figures);
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

    private static void untilAllIsSent(JavaProcess process, Path run, Stretches stretches) {
        for (int i = 0; i < MOST_STRETCHES_AFTER && spooledRequests(run) > 0; i++) {
            stretches.play(process, Stretches.SECONDS, "after");
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
        process.answer(String.valueOf(Stretches.SECONDS));
        try {
            TimeUnit.SECONDS.sleep(Stretches.SECONDS / 3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        process.close();
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
