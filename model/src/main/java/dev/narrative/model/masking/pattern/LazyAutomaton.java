package dev.narrative.model.masking.pattern;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton whose states are worked out when a text first leads to them. One step for each character,
 * whatever the pattern. Shared by threads: a state is immutable but for its successors, which are the same whoever works
 * them out.
 */
final class LazyAutomaton {
    /** Beyond so many states those known are forgotten, so that no text can fill the memory. */
    private static final int MAX_STATES = 1_000;

    private final Program program;
    private final CharClasses classes;
    private final boolean anywhere;
    private final Map<Neighbour, State> starts = new EnumMap<>(Neighbour.class);
    private Map<Key, State> known = new HashMap<>();

    /**
     * An automaton.
     *
     * @param anywhere whether a match may begin at any place of the text, rather than only where the reading does
     */
    LazyAutomaton(Program program, CharClasses classes, boolean anywhere) {
        this.program = program;
        this.classes = classes;
        this.anywhere = anywhere;
        BitSet start = new BitSet();
        start.set(program.start());
        for (Neighbour before : Neighbour.values()) {
            starts.put(before, state(new Key(start, before, false)));
        }
    }

    /** The state in which reading begins, where this stands before it. */
    State start(Neighbour before) {
        return Objects.requireNonNull(starts.get(before));
    }

    State next(State from, int characterClass) {
        State next = from.next[characterClass];
        return next == null ? workOut(from, characterClass) : next;
    }

    private synchronized State workOut(State from, int characterClass) {
        BitSet reached = program.reached(from.key.places, from.key.before, classes.neighbour(characterClass));
        BitSet after = new BitSet();
        if (characterClass != classes.edge()) {
            after = program.after(reached, classes.example(characterClass));
            if (anywhere) {
                after.set(program.start());
            }
        }
        State next = state(new Key(after, classes.neighbour(characterClass), program.matchesIn(reached)));
        from.next[characterClass] = next;
        return next;
    }

    private State state(Key key) {
        if (known.size() >= MAX_STATES) {
            known = new HashMap<>();
        }
        return known.computeIfAbsent(key, k -> new State(k, classes.count()));
    }

    /** A state of the automaton. */
    static final class State {
        private final Key key;
        private final @Nullable State[] next;

        State(Key key, int classes) {
            this.key = key;
            this.next = new State[classes];
        }

        /** Whether a match ended before the character that led here. */
        boolean matched() {
            return key.matched;
        }

        /** Whether no match can come any more. */
        boolean isDead() {
            return key.places.isEmpty();
        }
    }

    /** What tells states apart: the program's states, what stands before them, and whether a match ended there. */
    private record Key(BitSet places, Neighbour before, boolean matched) {}
}
