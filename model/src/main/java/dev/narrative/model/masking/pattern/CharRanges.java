package dev.narrative.model.masking.pattern;

import java.util.Arrays;
import java.util.BitSet;

/** A set of characters: ranges in order and apart from each other, as pairs of first and last. */
final class CharRanges {
    static final CharRanges NONE = new CharRanges(new int[0]);
    static final CharRanges DIGITS = of('0', '9');
    static final CharRanges WORD = DIGITS.or(of('a', 'z')).or(of('A', 'Z')).or(of('_', '_'));
    static final CharRanges BLANKS = of('\t', '\r').or(of(' ', ' ')).or(of('\u00a0', '\u00a0'));
    static final CharRanges ALL_BUT_LINE_ENDS =
            of('\n', '\n').or(of('\r', '\r')).complement();

    private final int[] bounds;

    private CharRanges(int[] bounds) {
        this.bounds = bounds;
    }

    static CharRanges of(int first, int last) {
        return new CharRanges(new int[] {first, last});
    }

    CharRanges or(CharRanges other) {
        int[] all = new int[bounds.length + other.bounds.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < bounds.length || b < other.bounds.length) {
            boolean mine = b == other.bounds.length || (a < bounds.length && bounds[a] <= other.bounds[b]);
            int first = mine ? bounds[a] : other.bounds[b];
            int last = mine ? bounds[a + 1] : other.bounds[b + 1];
            if (mine) {
                a += 2;
            } else {
                b += 2;
            }
            if (size > 0 && first <= all[size - 1] + 1) {
                all[size - 1] = Math.max(all[size - 1], last);
            } else {
                all[size++] = first;
                all[size++] = last;
            }
        }
        return new CharRanges(Arrays.copyOf(all, size));
    }

    CharRanges complement() {
        int[] others = new int[bounds.length + 2];
        int size = 0;
        int first = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (first < bounds[i]) {
                others[size++] = first;
                others[size++] = bounds[i] - 1;
            }
            first = bounds[i + 1] + 1;
        }
        if (first <= Character.MAX_VALUE) {
            others[size++] = first;
            others[size++] = Character.MAX_VALUE;
        }
        return new CharRanges(Arrays.copyOf(others, size));
    }

    /** The set with the other case of its letters, those of ASCII. */
    CharRanges inAnyCase() {
        CharRanges both = this;
        for (char c = 'a'; c <= 'z'; c++) {
            int capital = c - 'a' + 'A';
            if (contains(c)) {
                both = both.or(of(capital, capital));
            } else if (contains(capital)) {
                both = both.or(of(c, c));
            }
        }
        return both;
    }

    boolean contains(int c) {
        for (int i = 0; i < bounds.length && bounds[i] <= c; i += 2) {
            if (c <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** The character, where it is one; -1 otherwise. */
    int single() {
        return bounds.length == 2 && bounds[0] == bounds[1] ? bounds[0] : -1;
    }

    /** Marks where its ranges begin, and where what follows them does. */
    void markBounds(BitSet begins) {
        for (int i = 0; i < bounds.length; i += 2) {
            begins.set(bounds[i]);
            begins.set(bounds[i + 1] + 1);
        }
    }
}
