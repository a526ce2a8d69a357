package dev.narrative.model.masking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Looks for many words in a name at once, after Aho and Corasick: one step for each letter, however many words there
 * are and whatever the name is. Each word has a mark, a bit that tells what was found.
 */
final class NameAutomaton {
    /** Where the reading of a name begins; words that are a name by themselves are found from nowhere else. */
    static final int START = 0;

    /** Where reading goes on behind what begins no word. */
    static final int ELSEWHERE = 1;

    private static final int LETTERS = 26;
    private static final int BITS = 5;
    private static final int NONE = 0;

    private final short[] next;
    private final byte[] marks;

    private NameAutomaton(Builder words) {
        int states = words.next.size();
        next = new short[states << BITS];
        marks = new byte[states];
        for (int state = 0; state < states; state++) {
            marks[state] = (byte) words.marks[state];
            int[] row = words.next.get(state);
            for (int letter = 0; letter < LETTERS; letter++) {
                next[state << BITS | letter] = (short) row[letter];
            }
        }
    }

    /**
     * The state after a letter.
     *
     * @param letter from 0 for {@code a}
     */
    int next(int state, int letter) {
        return next[state << BITS | letter];
    }

    /** The marks of all words that end in this state. */
    int marks(int state) {
        return marks[state];
    }

    /** Gathers words in lower case. */
    static final class Builder {
        private static final int MAX_STATES = 512;

        private final List<int[]> next = new ArrayList<>();
        private final int[] marks = new int[MAX_STATES];
        private final int[] sameElsewhere = new int[MAX_STATES]; // what was read last, as if its beginning had not been

        Builder() {
            next.add(new int[LETTERS]);
            next.add(new int[LETTERS]);
        }

        /** Words that may begin anywhere in a name. */
        Builder anywhere(int mark, String... words) {
            return add(ELSEWHERE, mark, words);
        }

        /** Words that begin where the name does. */
        Builder atStart(int mark, String... words) {
            return add(START, mark, words);
        }

        NameAutomaton build() {
            int[] first = next.get(ELSEWHERE);
            Queue<Integer> open = new ArrayDeque<>();
            for (int letter = 0; letter < LETTERS; letter++) {
                if (first[letter] == NONE) {
                    first[letter] = ELSEWHERE;
                } else {
                    sameElsewhere[first[letter]] = ELSEWHERE;
                    open.add(first[letter]);
                }
            }
            complete(open);
            sameElsewhere[START] = ELSEWHERE;
            open.add(START);
            complete(open);
            return new NameAutomaton(this);
        }

        private Builder add(int from, int mark, String... words) {
            for (String word : words) {
                int state = from;
                for (int i = 0; i < word.length(); i++) {
                    int[] row = next.get(state);
                    int letter = word.charAt(i) - 'a';
                    if (row[letter] == NONE) {
                        row[letter] = next.size();
                        next.add(new int[LETTERS]);
                    }
                    state = row[letter];
                }
                marks[state] |= mark;
            }
            return this;
        }

        /** Fills in where a letter leads that no word goes on with; shorter beginnings come first. */
        private void complete(Queue<Integer> open) {
            while (!open.isEmpty()) {
                int state = open.remove();
                int[] row = next.get(state);
                int[] elsewhere = next.get(sameElsewhere[state]);
                marks[state] |= marks[sameElsewhere[state]];
                for (int letter = 0; letter < LETTERS; letter++) {
                    if (row[letter] == NONE) {
                        row[letter] = elsewhere[letter];
                    } else {
                        sameElsewhere[row[letter]] = elsewhere[letter];
                        open.add(row[letter]);
                    }
                }
            }
        }
    }
}
