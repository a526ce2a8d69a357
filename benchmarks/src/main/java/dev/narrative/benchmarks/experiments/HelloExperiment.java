package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.Hello;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Hello world from fork to end, delivery of the span at the end included. */
final class HelloExperiment implements SoloExperiment {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SPAN_IN_JOURNAL = "\"spanId\"";

    private final String name;
    private final Function<URI, Tracing> tracing;

    private HelloExperiment(String name, Function<URI, Tracing> tracing) {
        this.name = name;
        this.tracing = tracing;
    }

    static HelloExperiment nothingToTrace() {
        return new HelloExperiment("hello", Tracing::toSink);
    }

    static HelloExperiment mainTraced() {
        return new HelloExperiment("traced", sink -> Tracing.toJournal(sink, Tracing.Method.of(Hello.class, "main")));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rounds(Effort effort) {
        return effort.startRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Tracing wanted = tracing.apply(stage.sink().address());
        Path run = stage.forks().newRun(name + "-" + contestant.label());
        stage.sink().reset();
        Map<String, Double> figures = new HashMap<>();
        double cpu = stage.forks().endedCpuSeconds();
        try (JavaProcess hello = stage.forks().plain(run, LIMIT, stage.flags(contestant, wanted, run), Hello.class)) {
            hello.awaitEnd();
            figures.put("wall", hello.secondsSinceStart());
        }
        figures.put("cpu", stage.forks().endedCpuSeconds() - cpu);
        if (contestant.traces()) {
            boolean journal = contestant == Contestant.NARRATIVE && wanted.inJournalOnly();
            long spans = journal ? spansInJournal(run) : stage.sink().count();
            figures.put("lost", (double) wanted.methods().size() - spans);
        }
        return figures;
    }

    private static long spansInJournal(Path run) {
        Path journal = run.resolve(Tracing.JOURNAL);
        if (!Files.isDirectory(journal)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(journal)) {
            long spans = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                spans += Files.readString(file).split(SPAN_IN_JOURNAL, -1).length - 1;
            }
            return spans;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
