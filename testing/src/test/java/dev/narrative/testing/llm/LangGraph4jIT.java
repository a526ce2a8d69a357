package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LangGraph4j's graphs, nodes and conditional edges, in the oldest and the newest version of 1.8. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
final class LangGraph4jIT {
    private static final String PROGRAM = "dev.narrative.applications.langgraph4j.LangGraph4jProgram";

    @Parameter
    private LibraryVersion version;

    @TempDir
    private Path directory;

    private final StubModelServer server = StubModelServer.start();

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langgraph4j", "lib-1.8.10", "lib-1.8.17");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoke", "stream"})
    void showsARunWithItsNodes_andWhatTheyAsk(String scenario) {
        Traces traces = run("", scenario).traces();

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
        Traces traces = run("narrative.llm.content = masked\n", "invoke").traces();

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
        Traces traces = run("narrative.llm.content = masked\n", "deciding").traces();

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
        Traces traces = run("", "undecided").traces();

        assertThat(traces.named("edge ask").status()).isEqualTo("ERROR");
        assertThat(traces.named("edge ask").attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("node ask").status()).isNotEqualTo("ERROR");
        assertThat(traces.named("invoke_workflow graph").status()).isEqualTo("ERROR");
    }

    @Test
    void keepsStates_asTheyAre() {
        Traces traces = run("narrative.llm.content = full\n", "invoke").traces();

        assertThat(traces.named("invoke_workflow story").attribute("narrative.input"))
                .contains("jane@example.com");
    }

    @Test
    void failsWithItsNode() {
        Traces traces = run("", "failing").traces();

        assertThat(traces.named("node break").status()).isEqualTo("ERROR");
        assertThat(traces.named("node break").attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("invoke_workflow graph").status()).isEqualTo("ERROR");
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        String[] scenarios = {"invoke", "stream", "failing", "deciding", "undecided"};
        List<String> traced =
                run("narrative.llm.content = masked\n", scenarios).run().stdout();

        assertThat(traced)
                .isEqualTo(jvm(ForkedJvm.builder(), scenarios).run().ok().stdout())
                .hasSize(scenarios.length);
    }

    private AgentRun run(String properties, String... scenarios) {
        AgentRun run = AgentRun.in(directory).properties(properties);
        jvm(run.jvm(), scenarios);
        return run;
    }

    private ForkedJvmBuilder jvm(ForkedJvmBuilder jvm, String... scenarios) {
        List<String> arguments = new ArrayList<>(List.of(server.url() + "/v1"));
        arguments.addAll(List.of(scenarios));
        return jvm.javaHome(version.jdk())
                .classpath(version.classpath())
                .mainClass(PROGRAM)
                .args(arguments.toArray(new String[0]));
    }
}
