package dev.narrative.model.masking.pattern;

import java.util.BitSet;

/** A nondeterministic automaton, after Thompson: states that take a character, and states that lead on without one. */
final class Program {
    /** The builder writes it first. */
    private static final int MATCH_STATE = 0;

    private final Op[] ops;
    private final CharRanges[] sets;
    private final int[] next;
    private final int[] other;
    private final int start;

    Program(Op[] ops, CharRanges[] sets, int[] next, int[] other, int start) {
        this.ops = ops;
        this.sets = sets;
        this.next = next;
        this.other = other;
        this.start = start;
    }

    int start() {
        return start;
    }

    /** Where any of its sets begins or ends. */
    void markBounds(BitSet begins) {
        for (CharRanges set : sets) {
            set.markBounds(begins);
        }
    }

    /** All states that are reached between two characters without taking one. */
    BitSet reached(BitSet from, Neighbour before, Neighbour after) {
        BitSet reached = new BitSet(ops.length);
        int[] waiting = new int[3 * ops.length];
        int size = 0;
        for (int state = from.nextSetBit(0); state >= 0; state = from.nextSetBit(state + 1)) {
            waiting[size++] = state;
        }
        while (size > 0) {
            int state = waiting[--size];
            if (reached.get(state)) {
                continue;
            }
            reached.set(state);
            Op op = ops[state];
            if (op == Op.CHARS || op == Op.MATCH || !op.holds(before, after)) {
                continue;
            }
            waiting[size++] = next[state];
            if (op == Op.SPLIT) {
                waiting[size++] = other[state];
            }
        }
        return reached;
    }

    boolean matchesIn(BitSet reached) {
        return reached.get(MATCH_STATE);
    }

    /** The states after a character, from those before it. */
    BitSet after(BitSet reached, int c) {
        BitSet after = new BitSet(ops.length);
        for (int state = reached.nextSetBit(0); state >= 0; state = reached.nextSetBit(state + 1)) {
            if (ops[state] == Op.CHARS && sets[state].contains(c)) {
                after.set(next[state]);
            }
        }
        return after;
    }

    /** Whether it may match where there is nothing, given the right surroundings. */
    boolean matchesNothing() {
        BitSet begin = new BitSet();
        begin.set(start);
        for (Neighbour before : Neighbour.values()) {
            for (Neighbour after : Neighbour.values()) {
                if (matchesIn(reached(begin, before, after))) {
                    return true;
                }
            }
        }
        return false;
    }
}
