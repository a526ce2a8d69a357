package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.HttpCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one call of the JDK's HttpClient costs the process that makes it. */
final class HttpCallExperiment implements SoloExperiment {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "http";
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
        int calls = stage.effort().httpCalls();
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess client = stage.forks()
                .plain(
                        run,
                        LIMIT,
                        stage.flags(contestant, tracing, run),
                        HttpCalls.class,
                        stage.sink().target(),
                        3 * calls,
                        calls)) {
            client.await("ready");
            if (contestant.traces()) {
                stage.sink().settle();
            }
            stage.sink().reset();
            client.answer("go");
            client.awaitEnd();
            figures.put("cpu", client.figure("cpu"));
            figures.put("alloc", client.figure("alloc"));
            if (contestant.traces()) {
                figures.put("lost", client.figure("operations") - stage.sink().count());
            }
        }
        return figures;
    }
}
