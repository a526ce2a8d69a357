package dev.narrative.benchmarks.experiments;

import java.util.List;
import java.util.Map;

/** A workload that runs for one after the other, each alone on the machine. */
interface SoloExperiment extends Experiment {
    /** Runs it once, and gives its figures by the last part of their names. */
    Map<String, Double> run(Contestant contestant, Stage stage);

    @Override
    default void round(List<Contestant> order, Stage stage, Outcomes outcomes) {
        for (Contestant contestant : order) {
            try {
                outcomes.figures(contestant, run(contestant, stage));
            } catch (RuntimeException e) {
                outcomes.failed(contestant, e);
            }
        }
    }
}
