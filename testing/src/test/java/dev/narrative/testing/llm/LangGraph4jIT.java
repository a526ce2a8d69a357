package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LangGraph4j's graphs, nodes and conditional edges, in the oldest and the newest version of 1.8. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LangGraph4jIT {
    private static final String PROGRAM = "dev.narrative.applications.langgraph4j.LangGraph4jProgram";

    @Parameter
    LibraryVersion version;

    private Played untraced;
    private Played traced;
    private Traces masked;
    private Traces silent;
    private Traces open;

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langgraph4j", "lib-1.8.10", "lib-1.8.17");
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void play(@TempDir Path directory) {
        Scenarios scenarios = new Scenarios(PROGRAM, version)
                .with("invoke")
                .with("stream")
                .with("failing")
                .with("deciding")
                .with("undecided");
        untraced = scenarios.bare(directory);
        traced = scenarios.traced(directory, "narrative.llm.content = masked\n");
        masked = traced.traces();
        silent = scenarios
                .traced(directory, "", "invoke", "stream", "failing", "undecided")
                .traces();
        open = scenarios
                .traced(directory, "narrative.llm.content = full\n", "invoke")
                .traces();
    }

    @Test
    void beginsATrace_withEachRun() {
        assertThat(masked.roots())
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder(
                        "invoke_workflow story",
                        "invoke_workflow story",
                        "invoke_workflow graph",
                        "invoke_workflow graph",
                        "invoke_workflow graph");
        assertThat(silent.roots()).hasSize(4);
        assertThat(open.roots()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoke", "stream"})
    void showsARunWithItsNodes_andWhatTheyAsk(String scenario) {
        Traces traces = silent.session(scenario.equals("invoke") ? "graph-1" : "graph-2");

        RecordedSpan graph = traces.named("invoke_workflow story");
        assertThat(graph.isRoot()).isTrue();
        assertThat(graph.attributes())
                .containsEntry("narrative.type", "chain")
                .containsEntry("gen_ai.operation.name", "invoke_workflow")
                .containsEntry("gen_ai.conversation.id", scenario.equals("invoke") ? "graph-1" : "graph-2")
                .doesNotContainKeys("narrative.input", "narrative.output");
        assertThat(traces.childrenOf(graph))
                .extracting(RecordedSpan::name)
                .containsExactly("node draft", "edge draft", "node polish");
        assertThat(traces.parentOf(traces.named("chat gpt-4o-mini"))).contains(traces.named("node draft"));
        assertThat(traces.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attribute("session.id"))
                .isEqualTo(graph.attribute("gen_ai.conversation.id")));
        assertThat(traces.named("node draft").endNanos())
                .isGreaterThanOrEqualTo(traces.named("chat gpt-4o-mini").endNanos());
    }

    @Test
    void keepsStates_withoutTheirSecrets() {
        Traces traces = masked.session("graph-1");

        RecordedSpan graph = traces.named("invoke_workflow story");
        assertThat(graph.attribute("narrative.input")).contains("a letter to").doesNotContain("jane@");
        assertThat(graph.attribute("narrative.output")).contains("polished draft: 200");
        RecordedSpan polish = traces.named("node polish");
        assertThat(polish.attribute("narrative.input")).contains("draft: 200");
        assertThat(polish.attribute("narrative.output")).isEqualTo("{\"text\":\"polished draft: 200\"}");
        RecordedSpan edge = traces.named("edge draft");
        assertThat(edge.attribute("narrative.input")).contains("draft: 200").doesNotContain("jane@");
        assertThat(edge.attribute("narrative.output")).isEqualTo("good");
    }

    @Test
    void showsADecision_withWhatItAsks() {
        Traces traces = masked.around("edge __START__");

        RecordedSpan edge = traces.named("edge __START__");
        assertThat(edge.attributes())
                .containsEntry("narrative.type", "chain")
                .doesNotContainKey("gen_ai.operation.name");
        assertThat(edge.attribute("narrative.output")).contains("\"goto\":\"left\"", "\"note\":\"status 200\"");
        assertThat(traces.parentOf(edge)).contains(traces.named("invoke_workflow graph"));
        RecordedSpan chat = traces.named("chat gpt-4o-mini");
        assertThat(traces.parentOf(chat)).contains(edge);
        assertThat(edge.endNanos()).isGreaterThanOrEqualTo(chat.endNanos());
        assertThat(traces.childrenOf(traces.named("invoke_workflow graph")))
                .extracting(RecordedSpan::name)
                .containsExactly("edge __START__", "node left");
    }

    @Test
    void failsWithItsEdge() {
        Traces traces = silent.around("edge ask");

        assertThat(traces.named("edge ask").status()).isEqualTo("ERROR");
        assertThat(traces.named("edge ask").attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("node ask").status()).isNotEqualTo("ERROR");
        assertThat(traces.named("invoke_workflow graph").status()).isEqualTo("ERROR");
    }

    @Test
    void keepsStates_asTheyAre() {
        assertThat(open.named("invoke_workflow story").attribute("narrative.input"))
                .contains("jane@example.com");
    }

    @Test
    void failsWithItsNode() {
        Traces traces = silent.around("node break");

        assertThat(traces.named("node break").status()).isEqualTo("ERROR");
        assertThat(traces.named("node break").attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("invoke_workflow graph").status()).isEqualTo("ERROR");
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout()).hasSize(5);
        assertThat(traced.requests()).isEqualTo(untraced.requests());
    }
}
