package dev.narrative.console.analysis;

import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays two traces side by side: spans with the same way of names from the root are counterparts, the first with the
 * first and so on where several have the same. Roots are counterparts whatever their names where each trace has one.
 */
public final class TraceComparison {
    private final List<ComparedSpan> rows = new ArrayList<>();

    private TraceComparison() {}

    /** Nodes that are still to be laid out, in the order of their rows. */
    private record Pair(
            int depth,
            @Nullable TraceNode<JournalSpan> before,
            @Nullable TraceNode<JournalSpan> after) {}

    /** The spans of both in the order of the tree; what was removed stands where it was. */
    public static List<ComparedSpan> of(List<JournalSpan> before, List<JournalSpan> after) {
        TraceComparison comparison = new TraceComparison();
        comparison.walk(
                TraceTree.<JournalSpan>of(before).roots(),
                TraceTree.<JournalSpan>of(after).roots());
        return comparison.rows;
    }

    private void walk(List<TraceNode<JournalSpan>> before, List<TraceNode<JournalSpan>> after) {
        Deque<Pair> stack = new ArrayDeque<>();
        boolean single = before.size() == 1 && after.size() == 1;
        push(single ? List.of(new Pair(0, before.get(0), after.get(0))) : pairs(0, before, after), stack);
        while (!stack.isEmpty()) {
            Pair pair = stack.pop();
            rows.add(new ComparedSpan(pair.depth(), side(pair.before()), side(pair.after())));
            push(pairs(pair.depth() + 1, children(pair.before()), children(pair.after())), stack);
        }
    }

    /** Siblings side by side: those of the second trace in their order, and what it lacks where it was. */
    private static List<Pair> pairs(
            int depth, List<TraceNode<JournalSpan>> before, List<TraceNode<JournalSpan>> after) {
        Map<String, Deque<Integer>> ofName = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            ofName.computeIfAbsent(before.get(i).span().name(), added -> new ArrayDeque<>())
                    .add(i);
        }
        int[] counterparts = new int[after.size()];
        BitSet kept = new BitSet(before.size());
        for (int i = 0; i < counterparts.length; i++) {
            Deque<Integer> same = ofName.get(after.get(i).span().name());
            Integer counterpart = same == null ? null : same.poll();
            counterparts[i] = counterpart == null ? -1 : counterpart;
            if (counterpart != null) {
                kept.set(counterpart);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < counterparts.length; i++) {
            int counterpart = counterparts[i];
            int following = kept.nextSetBit(next);
            int until = counterpart >= 0 ? counterpart : following < 0 ? before.size() : following;
            addRemoved(depth, before, kept, next, until, pairs);
            pairs.add(new Pair(depth, counterpart < 0 ? null : before.get(counterpart), after.get(i)));
            next = Math.max(next, counterpart < 0 ? until : counterpart + 1);
        }
        addRemoved(depth, before, kept, next, before.size(), pairs);
        return pairs;
    }

    /** Adds what has no counterpart between two places. */
    private static void addRemoved(
            int depth, List<TraceNode<JournalSpan>> before, BitSet kept, int from, int until, List<Pair> pairs) {
        for (int i = kept.nextClearBit(from); i < until; i = kept.nextClearBit(i + 1)) {
            pairs.add(new Pair(depth, before.get(i), null));
        }
    }

    private static void push(List<Pair> pairs, Deque<Pair> stack) {
        for (int i = pairs.size() - 1; i >= 0; i--) {
            stack.push(pairs.get(i));
        }
    }

    private static List<TraceNode<JournalSpan>> children(@Nullable TraceNode<JournalSpan> node) {
        return node == null ? List.of() : node.children();
    }

    private static ComparedSpan.@Nullable Side side(@Nullable TraceNode<JournalSpan> node) {
        return node == null ? null : new ComparedSpan.Side(node.span());
    }
}
