package dev.narrative.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many letters lie between what was written and what may have been meant. */
public final class EditDistance {
    private EditDistance() {}

    /** The candidate nearest to what was written; {@code null} when none is near enough to be meant. */
    public static @Nullable String nearest(String written, Iterable<String> candidates) {
        String lower = written.toLowerCase(Locale.ROOT);
        int best = Math.max(2, written.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            int distance = between(lower, candidate.toLowerCase(Locale.ROOT), best);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours; {@code bound} when it is more. */
    public static int between(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) >= bound) {
            return bound;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least >= bound) {
                return bound;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], bound);
    }
}
