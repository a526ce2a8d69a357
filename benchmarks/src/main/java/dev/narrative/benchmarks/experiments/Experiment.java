package dev.narrative.benchmarks.experiments;

import java.util.List;
import java.util.Map;

/** One kind of workload. A round runs it once for each who takes part. */
public interface Experiment {
    /** What {@code --only} knows it by; the first part of its figures' names. */
    String name();

    default List<Contestant> contestants() {
        return List.of(Contestant.values());
    }

    int rounds(Effort effort);

    /** Runs it once, and gives its figures by the last part of their names. */
    Map<String, Double> run(Contestant contestant, Stage stage);
}
