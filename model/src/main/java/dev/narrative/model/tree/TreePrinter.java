package dev.narrative.model.tree;

import dev.narrative.model.SpanData;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Draws a trace as text: a head with what it is about and what it took, then a line for each span with its duration,
 * its place in time, model, tokens and cost. The same spans give the same text.
 *
 * <pre>
 * trace 9f3ac1…  session chap-12  4 spans  8.41s  1.9k→310  $0.0090  ✗ 1
 * narrate scene [studio]              8.41s ████████████████████
 * ├─ plan                             1.20s ███
 * │  └─ chat claude-opus-4            1.11s ███                   1.9k→310  $0.0090
 * └─ write ✗ TimeoutException         6.90s     ████████████████
 * </pre>
 */
public final class TreePrinter {
    private final TreeStyle style;

    public TreePrinter(TreeStyle style) {
        this.style = style;
    }

    /** The head and the lines, each ended by a newline; empty for no spans. */
    public String print(Collection<? extends SpanData> spans) {
        if (spans.isEmpty()) {
            return "";
        }
        TraceTree<SpanData> tree = TraceTree.of(spans);
        TreeTotals totals = new TreeTotals(tree.roots().get(0).span());
        List<TreeRow> rows = rows(tree, totals);
        int labelCells = TreeRow.labelCells(rows, style);
        StringBuilder text = new StringBuilder(totals.head(style)).append('\n');
        for (TreeRow row : rows) {
            row.print(text, labelCells, totals.start(), totals.duration(), style);
            text.append('\n');
        }
        return text.toString();
    }

    /** A node that is still to be drawn: what leads to its own line, and to those of its children. */
    private record Pending(TraceNode<SpanData> node, String lead, String trunk, String parentService) {}

    private List<TreeRow> rows(TraceTree<SpanData> tree, TreeTotals totals) {
        List<TreeRow> rows = new ArrayList<>();
        Deque<Pending> stack = new ArrayDeque<>();
        List<TraceNode<SpanData>> roots = tree.roots();
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack.push(new Pending(roots.get(i), "", "", ""));
        }
        while (!stack.isEmpty()) {
            Pending next = stack.pop();
            SpanData span = next.node().span();
            SpanFacts facts = SpanFacts.of(span);
            totals.add(span, facts);
            String service =
                    span instanceof JournalSpan stored ? stored.resource().serviceName() : "";
            boolean sameService = service.equals(next.parentService());
            rows.add(TreeRow.of(next.node(), facts, next.lead(), sameService ? "" : service, style));
            pushChildren(next, service, stack);
        }
        return rows;
    }

    /** Puts children on the stack so that the first is drawn next; very deep ones no longer move to the right. */
    private void pushChildren(Pending parent, String service, Deque<Pending> stack) {
        List<TraceNode<SpanData>> children = parent.node().children();
        boolean deep = parent.trunk().length() > style.width() / 3;
        for (int i = children.size() - 1; i >= 0; i--) {
            boolean last = i == children.size() - 1;
            String trunk = deep ? parent.trunk() : parent.trunk() + style.trunk(last);
            stack.push(new Pending(children.get(i), parent.trunk() + style.branch(last), trunk, service));
        }
    }
}
