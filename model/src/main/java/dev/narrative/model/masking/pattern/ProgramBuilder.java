package dev.narrative.model.masking.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the states of a program; the last ones first, so that each knows what follows it. */
final class ProgramBuilder {
    private final boolean backwards;
    private final int maxStates;
    private final List<Op> ops = new ArrayList<>();
    private final List<CharRanges> sets = new ArrayList<>();
    private int[] next = new int[32];
    private int[] other = new int[32];

    /**
     * A builder.
     *
     * @param backwards whether the program is to read texts from their end to their beginning
     */
    ProgramBuilder(boolean backwards, int maxStates) {
        this.backwards = backwards;
        this.maxStates = maxStates;
    }

    boolean backwards() {
        return backwards;
    }

    int chars(CharRanges set, int following) {
        return add(Op.CHARS, set, following, following);
    }

    int place(Op condition, int following) {
        return add(backwards ? condition.mirrored() : condition, CharRanges.NONE, following, following);
    }

    int split(int one, int another) {
        return add(Op.SPLIT, CharRanges.NONE, one, another);
    }

    /** Changes where a split goes first. */
    void redirect(int split, int one) {
        next[split] = one;
    }

    Program build(Node root) {
        int match = add(Op.MATCH, CharRanges.NONE, 0, 0);
        int start = root.emit(this, match);
        int size = ops.size();
        return new Program(
                ops.toArray(new Op[0]),
                sets.toArray(new CharRanges[0]),
                Arrays.copyOf(next, size),
                Arrays.copyOf(other, size),
                start);
    }

    private int add(Op op, CharRanges set, int one, int another) {
        int state = ops.size();
        if (state == maxStates) {
            throw new IllegalArgumentException("is too large; repeat less, or name smaller bounds");
        }
        if (state == next.length) {
            next = Arrays.copyOf(next, 2 * state);
            other = Arrays.copyOf(other, 2 * state);
        }
        ops.add(op);
        sets.add(set);
        next[state] = one;
        other[state] = another;
        return state;
    }
}
