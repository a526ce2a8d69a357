package dev.narrative.model.masking;

/** Pairs of characters with which something may begin. */
final class WordBeginnings {
    private final long[] seconds = new long[256];

    /** Adds the first two characters of each word. */
    WordBeginnings add(String... words) {
        for (String word : words) {
            seconds[word.charAt(0)] |= 1L << word.charAt(1);
        }
        return this;
    }

    WordBeginnings add(WordBeginnings others) {
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] |= others.seconds[i];
        }
        return this;
    }

    /** Exact but for the second character's upper bits, which a shift leaves out. */
    boolean have(int first, int second) {
        return (seconds[first & 0xff] & 1L << second) != 0;
    }
}
