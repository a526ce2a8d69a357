package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.SpanLoop;
import dev.narrative.benchmarks.workload.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Spans at a rate that fills queues, for a while: how many never arrive. */
final class SustainedExperiment implements SoloExperiment {
    private static final int SPANS_PER_SECOND = 20_000;
    private static final Duration START_AND_END = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "sustained";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.OPENTELEMETRY, Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.sustainedRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Tracing tracing = Tracing.toSink(stage.sink().address(), Tracing.Method.of(Work.class, "step"));
        Path run = stage.forks().newRun(name() + "-" + contestant.label());
        int seconds = stage.effort().sustainedSeconds();
        try (JavaProcess loop = stage.forks()
                .plain(
                        run,
                        START_AND_END.plusSeconds(seconds),
                        stage.flags(contestant, tracing, run),
                        SpanLoop.class,
                        "step",
                        0,
                        SPANS_PER_SECOND,
                        0,
                        seconds)) {
            loop.await("ready");
            stage.sink().reset();
            loop.answer("go");
            loop.awaitEnd();
            return Map.of("lost", loop.figure("operations") - stage.sink().count());
        }
    }
}
