package dev.narrative.console.analysis;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceComparisonTest {
    @Test
    void matchesByTheWayOfNames_andTellsWhatWasAddedAndRemoved() {
        List<JournalSpan> before = List.of(
                span(1, 1).name("scene 1").at(0, 100).build(),
                span(1, 2).parent(1).name("plan").at(0, 10).build(),
                span(1, 3).parent(1).name("look up").at(10, 20).build(),
                span(1, 4).parent(1).name("write").at(20, 90).build());
        List<JournalSpan> after = List.of(
                span(2, 1).name("scene 2").at(0, 120).build(),
                span(2, 2).parent(1).name("plan").at(0, 30).build(),
                span(2, 3).parent(1).name("write").at(30, 100).build(),
                span(2, 4).parent(3).name("retry").at(40, 60).build());

        assertThat(told(TraceComparison.of(before, after)))
                .containsExactly(
                        "0 changed scene 2", "1 same plan", "1 removed look up", "1 same write", "2 added retry");
    }

    @Test
    void ofSeveralWithTheSameName_theFirstBelongToTheFirst() {
        List<JournalSpan> before = List.of(root(1), chat(1, 2, 0, "a"), chat(1, 3, 10, "b"));
        List<JournalSpan> after = List.of(root(2), chat(2, 2, 0, "a"), chat(2, 3, 10, "c"), chat(2, 4, 20, "d"));

        List<ComparedSpan> rows = TraceComparison.of(before, after);

        assertThat(told(rows)).containsExactly("0 same root", "1 same chat", "1 changed chat", "1 added chat");
        assertThat(rows.get(2).differences()).containsExactly("input");
    }

    @Test
    void childrenOfWhatWasRemoved_areRemovedToo() {
        List<JournalSpan> before = List.of(
                root(1),
                span(1, 2).parent(1).name("a").build(),
                span(1, 3).parent(2).name("b").build());

        assertThat(told(TraceComparison.of(before, List.of(root(2)))))
                .containsExactly("0 same root", "1 removed a", "2 removed b");
        assertThat(told(TraceComparison.of(List.of(root(2)), before)))
                .containsExactly("0 same root", "1 added a", "2 added b");
        assertThat(TraceComparison.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void tellsWhatDiffers() {
        JournalSpan before = span(1, 1).name("chat").call("gpt-4o", 10, 5, 0.1).build();
        JournalSpan after = span(2, 1)
                .name("chat")
                .call("gpt-5", 11, 5, 0.2)
                .with(AttributeNames.OUTPUT, "done")
                .error("Timeout", "late")
                .build();

        assertThat(TraceComparison.of(List.of(before), List.of(after)).get(0).differences())
                .containsExactly("status", "error", "model", "tokens", "cost", "output");
    }

    @Test
    void bearsDeepAndWideTraces() {
        List<JournalSpan> deep = new ArrayList<>();
        List<JournalSpan> wide = new ArrayList<>(List.of(span(2, 1).name("step").build()));
        for (int i = 1; i <= 10_000; i++) {
            deep.add(span(1, i).parent(i - 1).name("step").build());
            wide.add(span(2, i + 1).parent(1).name("step").build());
        }

        assertThat(TraceComparison.of(deep, deep)).hasSize(10_000);
        assertThat(TraceComparison.of(wide, wide)).hasSize(10_001);
        assertThat(TraceComparison.of(deep, wide)).hasSize(10_000 + 10_001 - 2);
    }

    private static JournalSpan root(long trace) {
        return span(trace, 1).name("root").at(0, 100).build();
    }

    private static JournalSpan chat(long trace, long id, long start, String input) {
        return span(trace, id)
                .parent(1)
                .name("chat")
                .at(start, start + 5)
                .with(AttributeNames.INPUT, input)
                .build();
    }

    private static List<String> told(List<ComparedSpan> rows) {
        return rows.stream()
                .map(row -> row.depth() + " " + row.change().word() + " "
                        + row.known().span().name())
                .toList();
    }
}
