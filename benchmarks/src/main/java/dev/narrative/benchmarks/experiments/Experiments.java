package dev.narrative.benchmarks.experiments;

import java.util.List;

/** All experiments, in the order in which they are run. */
public final class Experiments {
    public static final List<Experiment> ALL = List.of(
            new JarExperiment(),
            new MaskingExperiment(),
            HelloExperiment.nothingToTrace(),
            HelloExperiment.mainTraced(),
            new SpringStartExperiment(),
            SpanExperiment.method(),
            SpanExperiment.nested(),
            new ApiExperiment(),
            new HttpCallExperiment(),
            new StreamExperiment(),
            new WebExperiment(),
            new SustainedExperiment(),
            new OutageExperiment());

    private Experiments() {}
}
