package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import java.util.HashMap;
import java.util.Map;

/** A Spring Boot web application from fork to ready. */
final class SpringStartExperiment implements SoloExperiment {
    @Override
    public String name() {
        return "spring";
    }

    @Override
    public int rounds(Effort effort) {
        return effort.applicationRounds();
    }

    @Override
    public Map<String, Double> run(Contestant contestant, Stage stage) {
        Map<String, Double> figures = new HashMap<>();
        try (JavaProcess application = Storybook.start(name(), contestant, stage)) {
            application.await("port");
            figures.put("wall", application.secondsSinceStart());
            figures.put("cpu", application.cpuSeconds());
            application.stop();
        }
        return figures;
    }
}
