package dev.narrative.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.SpanData;
import dev.narrative.model.TestSpans;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
    @Test
    void ordersByStart_whateverTheOrderOfTheSpans() {
        List<JournalSpan> spans = new ArrayList<>(List.of(
                TestSpans.span("root", 1).at(0, 10).build(),
                TestSpans.span("a", 2).parent(1).at(1, 2).build(),
                TestSpans.span("b", 3).parent(1).at(3, 4).build(),
                TestSpans.span("b1", 4).parent(3).at(3, 4).build(),
                TestSpans.span("b2", 5).parent(3).at(4, 4).build()));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(spans, new Random(i));
            assertThat(shape(spans)).isEqualTo("root(a b(b1 b2))");
        }
    }

    @Test
    void makesASpanARoot_whenItsParentIsMissing() {
        TraceTree<JournalSpan> tree = TraceTree.of(List.of(
                TestSpans.span("root", 1).at(1, 2).build(),
                TestSpans.span("orphan", 2).parent(99).at(0, 1).build()));

        assertThat(tree.roots()).extracting(TraceNode::parentMissing).containsExactly(true, false);
    }

    @Test
    void cutsCircles_whereTheyStart() {
        assertThat(shape(List.of(
                        TestSpans.span("root", 9).at(5, 9).build(),
                        TestSpans.span("a", 1).parent(3).at(1, 2).build(),
                        TestSpans.span("b", 2).parent(1).at(2, 3).build(),
                        TestSpans.span("c", 3).parent(2).at(3, 4).build(),
                        TestSpans.span("hanging", 4).parent(2).at(0, 1).build(),
                        TestSpans.span("self", 5).parent(5).at(7, 8).build())))
                .isEqualTo("root a(b(hanging c)) self");
    }

    @Test
    void keepsOne_ofTwoWithTheSameId() {
        JournalSpan open = TestSpans.span("x", 1).open().build();
        JournalSpan ended = TestSpans.span("x", 1).build();

        assertThat(TraceTree.of(List.of(open, ended)).roots())
                .extracting(node -> node.span().state())
                .containsExactly(SpanState.ENDED);
        assertThat(TraceTree.of(List.of(ended, open)).roots())
                .extracting(node -> node.span().state())
                .containsExactly(SpanState.ENDED);
    }

    @Test
    void keepsTracesApart_withTheSameSpanIds() {
        assertThat(shape(List.of(
                        TestSpans.span("one", 1).at(0, 1).build(),
                        TestSpans.span("two", 1).trace(1, 1).at(1, 2).build(),
                        TestSpans.span("child", 2)
                                .trace(1, 1)
                                .parent(1)
                                .at(1, 2)
                                .build())))
                .isEqualTo("one two(child)");
    }

    @Test
    void holdsLargeTraces_deepWideAndCircular() {
        for (int kind = 0; kind < 3; kind++) {
            List<JournalSpan> spans = new ArrayList<>();
            for (int i = 1; i <= 10_000; i++) {
                long parent = kind == 0 ? i - 1 : kind == 1 ? Math.min(1, i - 1) : i % 10_000 + 1;
                spans.add(TestSpans.span("s", i).parent(parent).at(i, i + 1).build());
            }
            TraceTree<JournalSpan> tree = TraceTree.of(spans);

            assertThat(tree.roots()).hasSize(1);
            assertThat(new TreePrinter(new TreeStyle(100, false, false))
                            .print(spans)
                            .lines())
                    .hasSize(10_001)
                    .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        }
    }

    private static String shape(List<? extends SpanData> spans) {
        return shapes(TraceTree.<SpanData>of(spans).roots());
    }

    private static String shapes(List<TraceNode<SpanData>> nodes) {
        List<String> shapes = new ArrayList<>();
        for (TraceNode<SpanData> node : nodes) {
            String below = shapes(node.children());
            shapes.add(node.span().name() + (below.isEmpty() ? "" : "(" + below + ")"));
        }
        return String.join(" ", shapes);
    }
}
