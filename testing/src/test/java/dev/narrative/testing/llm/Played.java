package dev.narrative.testing.llm;

import dev.narrative.testing.Traces;
import java.util.List;

/**
 * What came of scenarios.
 *
 * @param requests how many reached the model server of each scenario
 */
record Played(List<String> stdout, List<Integer> requests, Traces traces) {
    Played {
        stdout = List.copyOf(stdout);
        requests = List.copyOf(requests);
    }
}
