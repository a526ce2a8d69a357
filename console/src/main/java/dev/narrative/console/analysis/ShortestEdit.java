package dev.narrative.console.analysis;

import dev.narrative.console.analysis.TextDiff.Kind;
import dev.narrative.console.analysis.TextDiff.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The shortest way from one list of words to another by removing and adding words. Lists that have hardly anything in
 * common are replaced as a whole: the way is not looked for beyond {@value #MAX_EDITS} edits.
 *
 * @see <a href="http://www.xmailserver.org/diff2.pdf">E. W. Myers, An O(ND) Difference Algorithm</a>
 */
final class ShortestEdit {
    private static final int MAX_EDITS = 1_000;

    private final List<String> a;
    private final List<String> b;

    private ShortestEdit(List<String> a, List<String> b) {
        this.a = a;
        this.b = b;
    }

    static List<Part> of(List<String> a, List<String> b) {
        ShortestEdit edit = new ShortestEdit(a, b);
        List<int[]> frontiers = edit.frontiers();
        if (frontiers.isEmpty()) {
            return List.of(new Part(Kind.REMOVED, String.join("", a)), new Part(Kind.ADDED, String.join("", b)));
        }
        return edit.way(frontiers);
    }

    /**
     * How far one comes with each number of edits: on each diagonal, from {@code -edits - 1} on, the words of the first
     * list that are behind before the last edit. Empty where the end is out of reach.
     */
    private List<int[]> frontiers() {
        int max = Math.min(a.size() + b.size(), MAX_EDITS);
        int middle = max + 1;
        int[] reached = new int[2 * max + 3];
        List<int[]> frontiers = new ArrayList<>();
        for (int edits = 0; edits <= max; edits++) {
            int[] frontier = Arrays.copyOfRange(reached, middle - edits - 1, middle + edits + 2);
            frontiers.add(frontier);
            for (int k = -edits; k <= edits; k += 2) {
                int x = isAddition(frontier, k, edits) ? reached[middle + k + 1] : reached[middle + k - 1] + 1;
                while (x < a.size() && x - k < b.size() && a.get(x).equals(b.get(x - k))) {
                    x++;
                }
                reached[middle + k] = x;
                if (x >= a.size() && x - k >= b.size()) {
                    return frontiers;
                }
            }
        }
        return List.of();
    }

    /** The way, which is known from its end. */
    private List<Part> way(List<int[]> frontiers) {
        Deque<Part> way = new ArrayDeque<>();
        int x = a.size();
        int y = b.size();
        for (int edits = frontiers.size() - 1; edits >= 0; edits--) {
            int[] frontier = frontiers.get(edits);
            int k = x - y;
            boolean isAddition = isAddition(frontier, k, edits);
            int fromK = isAddition ? k + 1 : k - 1;
            int fromX = frontier[fromK + edits + 1];
            int fromY = fromX - fromK;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                way.push(new Part(Kind.SAME, a.get(x)));
            }
            if (edits > 0) {
                way.push(isAddition ? new Part(Kind.ADDED, b.get(fromY)) : new Part(Kind.REMOVED, a.get(fromX)));
            }
            x = fromX;
            y = fromY;
        }
        return List.copyOf(way);
    }

    private static boolean isAddition(int[] frontier, int k, int edits) {
        int at = k + edits + 1;
        return k == -edits || (k != edits && frontier[at - 1] < frontier[at + 1]);
    }
}
