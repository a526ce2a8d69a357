package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import dev.narrative.benchmarks.workload.MaskingLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What masking costs a character, in the texts that applications have and in the worst that somebody can give them. */
final class MaskingExperiment implements SoloExperiment {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "masking";
    }

    /** The others mask nothing. */
    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.steadyRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Path run = stage.forks().newRun(name());
        Path jar = stage.forks().layout().narrativeJar();
        try (JavaProcess loop = stage.forks()
                .plain(
                        run,
                        LIMIT,
                        List.of(),
                        MaskingLoop.class,
                        jar,
                        stage.effort().maskingPasses())) {
            String text = loop.await("text");
            double worst = loop.figure("worst");
            System.err.printf("the worst text repeats \"%s\": %.2f ns a character%n", text, worst);
            loop.awaitEnd();
            return Map.of("worst", worst, "prose", loop.figure("prose"), "json", loop.figure("json"));
        }
    }
}
