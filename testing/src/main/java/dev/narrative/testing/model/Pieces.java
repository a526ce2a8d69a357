package dev.narrative.testing.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A text in the parts in which a stream brings it. A repeated text is never held as a whole, so that a stream may be
 * longer than memory.
 */
record Pieces(List<String> parts, long repetitions) implements Iterable<String> {
    Pieces {
        parts = List.copyOf(parts);
    }

    /** One part a word; none for an empty text. */
    static Pieces words(String text) {
        return text.isEmpty() ? new Pieces(List.of(), 1) : new Pieces(List.of(text.split("(?<= )", -1)), 1);
    }

    /** Parts of about the same length, fewer than asked for when the text is short; characters stay whole. */
    static Pieces of(String text, int count) {
        int[] characters = text.codePoints().toArray();
        int parts = Math.min(count, characters.length);
        List<String> list = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = (int) ((long) characters.length * i / parts);
            int to = (int) ((long) characters.length * (i + 1) / parts);
            list.add(new String(characters, from, to - from));
        }
        return new Pieces(list, 1);
    }

    Pieces times(long count) {
        return new Pieces(parts, count);
    }

    long count() {
        return parts.size() * repetitions;
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < count();
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return parts.get((int) (next++ % parts.size()));
            }
        };
    }
}
