package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.sink.Sink;
import dev.narrative.benchmarks.workload.StreamCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a streamed answer of a model costs the process that asks for it, and when it sees the first piece. */
final class StreamExperiment implements Experiment {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The model's and that of the HTTP request within it. */
    private static final int SPANS_OF_A_CALL = 2;

    @Override
    public String name() {
        return "stream";
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
        Tracing tracing = Tracing.toSink(stage.sink().address());
        Path run = stage.forks().newRun(name() + "-" + contestant.label());
        int calls = stage.effort().streamCalls();
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess client = stage.forks()
                .sdk(
                        run,
                        LIMIT,
                        stage.flags(contestant, tracing, run),
                        StreamCalls.class,
                        stage.sink().model(),
                        Sink.CHUNKS,
                        2 * calls,
                        calls)) {
            client.await("ready");
            if (contestant.traces()) {
                stage.sink().settle();
            }
            stage.sink().reset();
            client.answer("go");
            client.awaitEnd();
            figures.put("cpu", client.figure("cpu"));
            figures.put("first", client.figure("first"));
            if (contestant.traces()) {
                figures.put(
                        "lost",
                        SPANS_OF_A_CALL * client.figure("operations")
                                - stage.sink().count());
            }
        }
        return figures;
    }
}
