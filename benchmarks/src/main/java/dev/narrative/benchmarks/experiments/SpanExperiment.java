package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.SpanLoop;
import dev.narrative.benchmarks.workload.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What spans of named methods cost: the calling thread flat out, and the whole process at an even pace. */
final class SpanExperiment implements SoloExperiment {
    /** Well below what fills anybody's queue, so that all is exported. */
    private static final int SPANS_PER_SECOND = 10_000;

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String name;
    private final String entry;
    private final List<String> methods;
    private final int spansPerOperation;

    private SpanExperiment(String name, String entry, List<String> methods, int spansPerOperation) {
        this.name = name;
        this.entry = entry;
        this.methods = methods;
        this.spansPerOperation = spansPerOperation;
    }

    static SpanExperiment method() {
        return new SpanExperiment("method", "step", List.of("step"), 1);
    }

    /** A parent and its ten children. */
    static SpanExperiment nested() {
        return new SpanExperiment("nested", "parent", List.of("parent", "child"), 11);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NONE, Contestant.OPENTELEMETRY, Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.steadyRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Tracing.Method[] named = methods.stream()
                .map(method -> Tracing.Method.of(Work.class, method))
                .toArray(Tracing.Method[]::new);
        Tracing tracing = Tracing.toSink(stage.sink().address(), named);
        Path run = stage.forks().newRun(name + "-" + contestant.label());
        Effort effort = stage.effort();
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess loop = stage.forks()
                .plain(
                        run,
                        LIMIT,
                        stage.flags(contestant, tracing, run),
                        SpanLoop.class,
                        entry,
                        effort.flatOutSeconds(),
                        SPANS_PER_SECOND / spansPerOperation,
                        effort.settleSeconds(),
                        effort.pacedSeconds())) {
            loop.await("ready");
            if (contestant.traces()) {
                stage.sink().settle();
            }
            stage.sink().reset();
            loop.answer("go");
            loop.awaitEnd();
            for (String figure : List.of("thread", "alloc", "paced.thread", "paced.alloc", "cpu")) {
                figures.put(figure, loop.figure(figure));
            }
            if (contestant.traces()) {
                figures.put(
                        "lost",
                        loop.figure("operations") * spansPerOperation
                                - stage.sink().count());
            }
        }
        return figures;
    }
}
