package dev.narrative.console.analysis;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.tree.TreePrinter;
import dev.narrative.model.tree.TreeStyle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CriticalPathTest {
    @Test
    void takesTheChildThatEndedLast() {
        List<JournalSpan> spans = List.of(
                span(1, 1).at(0, 100).build(),
                span(1, 2).parent(1).at(10, 40).build(),
                span(1, 3).parent(1).at(15, 60).build(),
                span(1, 4).parent(1).at(70, 90).build(),
                span(1, 5).parent(4).at(75, 80).build());

        assertThat(steps(spans)).containsExactly("1:35", "3:45", "4:15", "5:5");
    }

    @Test
    void endsWithTheRoot_whereAChildOutlastsIt() {
        List<JournalSpan> spans = List.of(
                span(1, 1).at(0, 100).build(), span(1, 2).parent(1).at(20, 500).build());

        assertThat(steps(spans)).containsExactly("1:20", "2:80");
    }

    @Test
    void sumsUpToTheDuration_whateverTheSpansAre() {
        List<JournalSpan> spans =
                new ArrayList<>(List.of(span(1, 1).at(0, 1_000).build()));
        for (int i = 2; i < 500; i++) {
            spans.add(span(1, i)
                    .parent(i / 3 + 1)
                    .at(i * 7 % 1_000, i * 13 % 1_200)
                    .build());
        }

        long sum = CriticalPath.of(spans).stream()
                .mapToLong(CriticalPath.Step::nanos)
                .sum();
        assertThat(sum).isEqualTo(1_000_000_000L);
    }

    @Test
    void hasNoSteps_whereNothingHasEnded() {
        assertThat(CriticalPath.of(List.of(span(1, 1).open(SpanState.RUNNING).build())))
                .isEmpty();
        assertThat(CriticalPath.of(List.<JournalSpan>of())).isEmpty();
    }

    @Test
    void bearsDeepTreesAndCircles() {
        List<JournalSpan> deep = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            deep.add(span(1, i).parent(i - 1).at(i, 30_000 - i).build());
        }
        assertThat(CriticalPath.of(deep)).hasSize(10_000);
        assertThat(TreeOrder.of(deep)).hasSize(10_000).last().matches(place -> place.depth() == 9_999);
        assertThat(new TreePrinter(new TreeStyle(120, false, false)).print(deep).lines())
                .hasSize(10_001);

        List<JournalSpan> circle = List.of(
                span(1, 1).parent(2).at(0, 10).build(),
                span(1, 2).parent(1).at(2, 8).build(),
                span(1, 3).parent(3).at(0, 5).build());
        assertThat(steps(circle)).containsExactly("1:4", "2:6");
        assertThat(TreeOrder.of(circle)).hasSize(3);
    }

    private static List<String> steps(List<JournalSpan> spans) {
        return CriticalPath.of(spans).stream()
                .map(step -> step.span().spanId() + ":" + step.nanos() / 1_000_000)
                .toList();
    }
}
