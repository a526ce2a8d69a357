package dev.narrative.benchmarks;

import dev.narrative.benchmarks.run.Forks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Under what a comparison was made: what one has to know to read its figures. */
final class Conditions {
    private Conditions() {}

    static Map<String, String> now(Options options) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put("java", options.layout().java().toString());
        conditions.put("bench.java.version", System.getProperty("java.vm.version"));
        conditions.put("flags", String.join(" ", Forks.JVM_FLAGS));
        conditions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        conditions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("effort", options.effort().toString());
        return conditions;
    }
}
