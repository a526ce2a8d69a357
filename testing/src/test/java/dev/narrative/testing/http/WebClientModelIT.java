package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of model calls through {@code WebClient}, over each of its connectors. */
@OnTestedRuntimes
@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebClientModelIT {
    private static final String RULES = """
            narrative.exporters = journal
            narrative.trace.model = public dev.narrative.applications.spring.ModelScenarios#*
            narrative.trace.model.exclude = **#play
            """;
    private static final String TOKENS = "gen_ai.usage.output_tokens";

    @Parameter
    TestedRuntime runtime;

    private Traces reactorNetty;
    private Traces jdk;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void playScenarios(@TempDir Path directory) {
        try (StubModelServer model = StubModelServer.start();
                StubModelServer broken = StubModelServer.start().fault(Fault.CUT)) {
            reactorNetty = play("reactor-netty", directory.resolve("reactor-netty"), model, broken);
            jdk = play("jdk", directory.resolve("jdk"), model, broken);
        }
    }

    private Traces play(String connector, Path journal, StubModelServer model, StubModelServer broken) {
        JvmResult result = ForkedJvm.builder()
                .agentProperties(RULES)
                .systemProperty("narrative.journal.dir", journal.toString())
                .javaHome(runtime.jdk())
                .classpath(runtime.library().toArray(Path[]::new))
                .ownClasspath()
                .mainClass(WebClientModelProgram.class)
                .args(connector, model.url().toString(), broken.url().toString())
                .run()
                .ok();
        assertThat(result.stderr()).noneMatch(line -> line.startsWith("[narrative] WARN"));
        return Traces.read(journal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reactor-netty", "jdk"})
    void seesTheWholeAnswer_atOnceAndInPieces(String connector) {
        String tokens = call(connector, "asked").attribute(TOKENS);

        assertThat(tokens).isNotNull();
        assertThat(call(connector, "streamed").attribute(TOKENS)).isEqualTo(tokens);
        assertThat(call(connector, "readSlowly").attribute(TOKENS)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reactor-netty", "jdk"})
    void holdsTheRequest_andNoneOfTheApplication(String connector) {
        RecordedSpan call = call(connector, "streamed");

        assertThat(traces(connector).childrenOf(call)).singleElement().satisfies(request -> assertThat(request.name())
                .isEqualTo("POST"));
        assertThat(within(connector, "streamed"))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("chat tiny-1", "ModelScenarios.heardAll");
        assertThat(within(connector, "asked"))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("chat tiny-1", "ModelScenarios.heard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reactor-netty", "jdk"})
    void ends_whenTheApplicationWantsNoMore(String connector) {
        RecordedSpan call = call(connector, "givenUp");

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("tiny-1");
        assertThat(call.attribute("gen_ai.response.model")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reactor-netty", "jdk"})
    void fails_whenTheAnswerIsCutOff(String connector) {
        assertThat(call(connector, "cutOff").status()).isEqualTo("ERROR");
    }

    private RecordedSpan call(String connector, String scenario) {
        List<RecordedSpan> calls = within(connector, scenario).stream()
                .filter(span -> span.name().equals("chat tiny-1"))
                .toList();
        assertThat(calls).as("calls of %s in%n%s", scenario, traces(connector)).hasSize(1);
        return calls.get(0);
    }

    private List<RecordedSpan> within(String connector, String scenario) {
        Traces all = traces(connector);
        return all.childrenOf(all.named("ModelScenarios." + scenario));
    }

    private Traces traces(String connector) {
        return connector.equals("jdk") ? jdk : reactorNetty;
    }
}
