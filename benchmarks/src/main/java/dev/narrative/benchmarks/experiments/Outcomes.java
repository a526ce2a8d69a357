package dev.narrative.benchmarks.experiments;

import java.util.Map;

/** Takes what a round comes to, for each who took part. */
public interface Outcomes {
    /** @param figures by the last part of their names */
    void figures(Contestant contestant, Map<String, Double> figures);

    /** Left out of the results. */
    void failed(Contestant contestant, RuntimeException reason);
}
