package dev.narrative.console.flow;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FlowBuilderTest {
    static final List<JournalSpan> TRACE = List.of(
            span(1, 1).name("narrate scene").at(0, 100).build(),
            span(1, 2)
                    .parent(1)
                    .name("chat gpt-4o")
                    .at(0, 10)
                    .call("gpt-4o", 100, 20, 0.5)
                    .build(),
            span(1, 3).parent(2).name("POST").at(1, 9).build(),
            span(1, 4)
                    .parent(1)
                    .name("chat gpt-4o")
                    .at(10, 20)
                    .call("gpt-4o", 200, 30, 0.25)
                    .error("E", "e")
                    .build(),
            span(1, 5)
                    .parent(1)
                    .name("execute_tool look_up")
                    .at(20, 30)
                    .with(AttributeNames.TYPE, "tool")
                    .build(),
            span(1, 6)
                    .parent(5)
                    .name("GET /beats")
                    .service("library")
                    .at(21, 29)
                    .build(),
            span(1, 7).parent(6).name("read").service("library").at(22, 28).build());

    @Test
    void drawsOperationsModelsAndTools_withWhatTheyTook() {
        FlowGraph graph = graph(null, TRACE);

        assertThat(graph.nodes())
                .extracting(node -> node.kind().word() + " " + node.label())
                .containsExactly(
                        "operation narrate scene",
                        "model gpt-4o",
                        "tool look_up",
                        "operation GET /beats",
                        "operation read");
        assertThat(edges(graph))
                .containsExactly(
                        "narrate scene > gpt-4o: 2 calls, 1 error, 300→50",
                        "narrate scene > look_up: 1 call",
                        "look_up > GET /beats: 1 call",
                        "GET /beats > read: 1 call");
        assertThat(graph.nodes().get(1).total().cost()).isEqualTo(0.75);
    }

    @Test
    void aroundAService_othersAreOneNodeEach() {
        FlowGraph graph = graph("library", TRACE);

        assertThat(edges(graph)).containsExactly("studio > GET /beats: 1 call", "GET /beats > read: 1 call");
        assertThat(graph("elsewhere", TRACE).nodes()).isEmpty();
    }

    @Test
    void aNodeThatCallsItself_hasNoEdge() {
        FlowGraph graph = graph(
                null,
                List.of(
                        span(1, 1).name("walk").build(),
                        span(1, 2).parent(1).name("walk").build()));

        assertThat(graph.nodes()).hasSize(1);
        assertThat(graph.nodes().get(0).total().calls()).isEqualTo(2);
        assertThat(graph.edges()).isEmpty();
    }

    @Test
    void tooManyOperations_areDrawnAsOne() {
        List<JournalSpan> spans =
                new ArrayList<>(List.of(span(1, 1).name("root").at(0, 5_000).build()));
        for (int i = 2; i <= 500; i++) {
            spans.add(span(1, i).parent(1).name("step " + i).at(i, i * 2L).build());
        }
        spans.add(span(1, 900).parent(1).name("chat").call("gpt-4o", 1, 1, 0.1).build());
        FlowGraph graph = graph(null, spans);

        assertThat(graph.nodes()).hasSizeLessThanOrEqualTo(FlowBuilder.MOST_NODES + 1);
        assertThat(graph.nodes())
                .extracting(FlowNode::label)
                .contains("root", "step 500", "gpt-4o")
                .anyMatch(label -> label.matches("\\d+ other operations"));
        assertThat(graph.nodes().stream()
                        .mapToLong(node -> node.total().calls())
                        .sum())
                .isEqualTo(501);
    }

    static FlowGraph graph(@Nullable String around, List<JournalSpan> spans) {
        FlowBuilder builder = new FlowBuilder("test", around);
        builder.add(spans);
        return builder.graph();
    }

    private static List<String> edges(FlowGraph graph) {
        return graph.edges().stream()
                .map(edge -> graph.nodes().get(edge.from()).label() + " > "
                        + graph.nodes().get(edge.to()).label() + ": "
                        + edge.total().text())
                .toList();
    }
}
