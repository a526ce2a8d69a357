package dev.narrative.console.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses which operations are drawn as one where there are too many. */
final class FewerNodes {
    private FewerNodes() {}

    /** Which node stands for which: of each service the operations that took least time, as far as need be. */
    static Map<FlowKey, FlowKey> of(Map<FlowKey, FlowTotals> nodes, int most) {
        Map<FlowKey, FlowKey> shown = new HashMap<>();
        int more = nodes.size() - most;
        if (more <= 0) {
            return shown;
        }
        List<FlowKey> operations = new ArrayList<>(nodes.keySet());
        operations.removeIf(key -> key.kind() != FlowNode.Kind.OPERATION);
        Map<FlowKey, Long> nanos = new HashMap<>();
        nodes.forEach((key, total) -> nanos.put(key, total.nanos()));
        operations.sort(Comparator.comparingLong((FlowKey key) -> nanos.getOrDefault(key, 0L)));
        Set<FlowKey> others = new HashSet<>();
        for (FlowKey key : operations) {
            if (shown.size() - others.size() >= more) {
                break;
            }
            shown.put(key, key.others());
            others.add(key.others());
        }
        return shown;
    }
}
