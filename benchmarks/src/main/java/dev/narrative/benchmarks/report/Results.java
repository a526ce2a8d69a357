package dev.narrative.benchmarks.report;

import dev.narrative.benchmarks.experiments.Contestant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every value that was measured, by figure and contestant. */
public final class Results {
    private final Map<String, Map<Contestant, List<Double>>> values = new LinkedHashMap<>();

    /** @param figure {@code experiment.figure} */
    public void add(String figure, Contestant contestant, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        values.computeIfAbsent(figure, name -> new EnumMap<>(Contestant.class))
                .computeIfAbsent(contestant, name -> new ArrayList<>())
                .add(value);
    }

    boolean has(String figure) {
        return values.containsKey(figure);
    }

    List<Double> of(String figure, Contestant contestant) {
        return values.getOrDefault(figure, Map.of()).getOrDefault(contestant, List.of());
    }

    @Nullable
    Summary summary(String figure, Contestant contestant) {
        List<Double> all = of(figure, contestant);
        return all.isEmpty() ? null : Summary.of(all);
    }
}
