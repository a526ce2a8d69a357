package dev.narrative.benchmarks.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How large the agent's jar is. */
final class JarExperiment implements SoloExperiment {
    @Override
    public String name() {
        return "jar";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.EMPTY, Contestant.OPENTELEMETRY, Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return 1;
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Path jar = contestant.jar(stage.forks().layout());
        if (jar == null) {
            return Map.of();
        }
        try {
            return Map.of("size", Files.size(jar) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
