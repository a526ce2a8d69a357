package dev.narrative.model.masking;

import dev.narrative.model.masking.pattern.LinearMatcher;
import java.util.Arrays;

/** The places of a text where secrets stand, in order and apart from each other. */
final class SecretRanges implements LinearMatcher.Matches {
    private int[] bounds = new int[8];
    private int size;

    /** Adds a range that begins at the end of the last one or after it. */
    @Override
    public void add(int from, int to) {
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }

    /** Where the last range ends; 0 without any. */
    int end() {
        return size == 0 ? 0 : bounds[size - 1];
    }

    /** These and others; what overlaps becomes one. */
    SecretRanges and(SecretRanges others) {
        SecretRanges union = new SecretRanges();
        int a = 0;
        int b = 0;
        while (a < size || b < others.size) {
            boolean mine = b == others.size || (a < size && bounds[a] <= others.bounds[b]);
            int from = mine ? bounds[a] : others.bounds[b];
            int to = mine ? bounds[a + 1] : others.bounds[b + 1];
            if (mine) {
                a += 2;
            } else {
                b += 2;
            }
            if (union.size > 0 && from < union.end()) {
                union.bounds[union.size - 1] = Math.max(to, union.end());
            } else {
                union.add(from, to);
            }
        }
        return union;
    }

    /** The text with {@code mask} in each range's place. */
    String replacedIn(String text, String mask) {
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < size; i += 2) {
            masked.append(text, copied, bounds[i]).append(mask);
            copied = bounds[i + 1];
        }
        return masked.append(text, copied, text.length()).toString();
    }
}
