package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.ApiCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a call of the API costs the calling thread where there is no agent. */
final class ApiExperiment implements SoloExperiment {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "api";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NONE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.steadyRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Path run = stage.forks().newRun(name() + "-" + contestant.label());
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess calls = stage.forks()
                .sdk(run, LIMIT, List.of(), ApiCalls.class, stage.effort().flatOutSeconds())) {
            calls.awaitEnd();
            for (String kind : List.of("dearest", "story", "span", "current", "generation", "transport")) {
                figures.put(kind, calls.figure(kind));
            }
        }
        return figures;
    }
}
