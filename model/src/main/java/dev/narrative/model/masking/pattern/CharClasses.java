package dev.narrative.model.masking.pattern;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers the ranges of characters that a program can't tell apart; one number more stands for the text's edge. */
final class CharClasses {
    private static final int ASCII = 128;

    private final int[] firsts;
    private final byte[] ofAscii = new byte[ASCII];

    CharClasses(Program program) {
        BitSet begins = new BitSet();
        begins.set(0);
        program.markBounds(begins);
        CharRanges.WORD.markBounds(begins);
        begins.clear(Character.MAX_VALUE + 1);
        firsts = begins.stream().toArray();
        for (int c = 0; c < ASCII; c++) {
            ofAscii[c] = (byte) search(c);
        }
    }

    int of(char c) {
        return c < ASCII ? ofAscii[c] : search(c);
    }

    /** The class of the place before the first character and after the last one. */
    int edge() {
        return firsts.length;
    }

    int count() {
        return firsts.length + 1;
    }

    /** A character of the class. */
    int example(int characterClass) {
        return firsts[characterClass];
    }

    Neighbour neighbour(int characterClass) {
        return characterClass == edge()
                ? Neighbour.EDGE
                : CharRanges.WORD.contains(firsts[characterClass]) ? Neighbour.WORD : Neighbour.OTHER;
    }

    private int search(int c) {
        int found = Arrays.binarySearch(firsts, c);
        return found >= 0 ? found : -found - 2;
    }
}
