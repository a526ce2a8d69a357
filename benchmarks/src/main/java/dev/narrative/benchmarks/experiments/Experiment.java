package dev.narrative.benchmarks.experiments;

import java.util.List;

/** One kind of workload. */
public interface Experiment {
    /** What {@code --only} knows it by; the first part of its figures' names. */
    String name();

    default List<Contestant> contestants() {
        return List.of(Contestant.values());
    }

    int rounds(Effort effort);

    /**
     * Runs it once for each who takes part, and tells their figures.
     *
     * @param order who takes part, and who comes first
     */
    void round(List<Contestant> order, Stage stage, Outcomes outcomes);
}
