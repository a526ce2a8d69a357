package dev.narrative.benchmarks;

import dev.narrative.benchmarks.experiments.Contestant;
import dev.narrative.benchmarks.experiments.Effort;
import dev.narrative.benchmarks.experiments.Experiment;
import dev.narrative.benchmarks.experiments.Outcomes;
import dev.narrative.benchmarks.experiments.Stage;
import dev.narrative.benchmarks.report.Results;
import dev.narrative.benchmarks.run.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Runs experiments round by round. In each round everyone runs once, and the order moves on by one. */
final class Comparison {
    private final Layout layout;
    private final Results results = new Results();
    private final List<String> problems = new ArrayList<>();

    Comparison(Layout layout) {
        this.layout = layout;
    }

    Results results() {
        return results;
    }

    /** What went wrong, in words; single runs that failed are left out of the results. */
    List<String> problems() {
        return problems;
    }

    void run(Effort effort, List<Experiment> experiments) {
        for (Contestant contestant : Contestant.values()) {
            if (!contestant.present(layout)) {
                problem(contestant.label() + " is left out: there is no " + contestant.jar(layout)
                        + "; build it with \"mvn package\"");
            }
        }
        try (Stage stage = Stage.open(layout, effort)) {
            for (Experiment experiment : experiments) {
                int rounds = experiment.rounds(effort);
                for (int round = 0; round < rounds; round++) {
                    System.err.println(experiment.name() + ", round " + (round + 1) + " of " + rounds);
                    round(experiment, round, stage);
                }
            }
        }
    }

    private void round(Experiment experiment, int round, Stage stage) {
        List<Contestant> order = new ArrayList<>(experiment.contestants());
        order.removeIf(contestant -> !contestant.present(layout));
        Collections.rotate(order, -round);
        experiment.round(order, stage, new Outcomes() {
            @Override
            public void figures(Contestant contestant, Map<String, Double> figures) {
                figures.forEach((figure, value) -> results.add(experiment.name() + "." + figure, contestant, value));
            }

            @Override
            public void failed(Contestant contestant, RuntimeException reason) {
                problem(experiment.name() + " with " + contestant.label() + " failed: " + reason.getMessage());
            }
        });
    }

    private void problem(String text) {
        problems.add(text);
        System.err.println("! " + text);
    }
}
