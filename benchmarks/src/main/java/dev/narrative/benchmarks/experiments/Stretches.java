package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.JavaProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An even load in short stretches, each with figures of its own: the middle of a call's times counts, and the most memory. */
final class Stretches {
    static final int SECONDS = 15;

    private final Map<String, List<Double>> values = new TreeMap<>();

    void playAll(JavaProcess process, int seconds, String when) {
        for (int left = seconds; left > 0; left -= SECONDS) {
            play(process, Math.min(SECONDS, left), when);
        }
    }

    void play(JavaProcess process, int seconds, String when) {
        process.answer(String.valueOf(seconds));
        process.await("ready");
        System.err.printf(
                "%s: heap %.1f MB, median %.0f ns, 99th percentile %.0f ns%n",
                when, process.figure("heap"), process.figure("median"), process.figure("p99"));
        for (String figure : List.of("median", "p99", "heap")) {
            values.computeIfAbsent(figure + '.' + when, name -> new ArrayList<>())
                    .add(process.figure(figure));
        }
    }

    void addTo(Map<String, Double> figures) {
        values.forEach((name, all) -> figures.put(name, name.startsWith("heap") ? Collections.max(all) : middle(all)));
    }

    private static double middle(List<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
