package dev.narrative.testapp;

import java.util.HashSet;
import java.util.Set;

/** How far the two ends of a tension speak of the same thing. */
final class Coherence {
    private Coherence() {}

    /** The share of distinct words that both ends use, from 0 to 1, in hundredths. */
    static double of(Tension tension) {
        Set<String> shared = new HashSet<>(Words.of(tension.desiredOutcome()));
        Set<String> all = new HashSet<>(shared);
        Set<String> reality = new HashSet<>(Words.of(tension.currentReality()));
        shared.retainAll(reality);
        all.addAll(reality);
        return all.isEmpty() ? 0 : Math.round(100.0 * shared.size() / all.size()) / 100.0;
    }
}
