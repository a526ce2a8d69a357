package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.http.OnTestedJdks;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What a model call over every traced HTTP client is; a client inherits this with a program for {@link ModelScenarios}. */
@OnTestedJdks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelCallContract {
    private static final String RULES = """
            narrative.exporters = journal
            narrative.llm.content = masked
            narrative.trace.scenario = dev.narrative.testing.llm.ModelScenarios#*()
            """;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Answer ANSWER = Answer.text("Mist rises; the river — Ålven — keeps its own time. 🌉")
            .withModel("gpt-4o-mini-2024-07-18")
            .withUsage(new Usage(900, 100, 0, 0, 40, 10));

    @Parameter
    Path jdk;

    private final Class<?> program;
    private final Path[] library;
    private JvmResult traced;
    private JvmResult untraced;
    private Traces traces;

    /** @param library what the program needs beside the JDK */
    ModelCallContract(Class<?> program, Path... library) {
        this.program = program;
        this.library = library.clone();
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void playScenarios(@TempDir Path directory) {
        untraced = play(ForkedJvm.builder(), () -> {});
        traced = play(
                ForkedJvm.builder()
                        .agentProperties(RULES)
                        .systemProperty("narrative.journal.dir", directory.toString()),
                () -> Traces.await(directory, LIMIT, ModelCallContract::hasAllCalls));
        traces = Traces.read(directory);
    }

    /** The call that the application forgot ends when its answer is garbage. */
    private static boolean hasAllCalls(Traces traces) {
        return traces.spans().stream().anyMatch(span -> span.attributes().containsKey("narrative.cancelled"))
                && traces.has("ModelScenarios.dropped")
                && !traces.childrenOf(traces.named("ModelScenarios.dropped")).isEmpty();
    }

    private JvmResult play(ForkedJvmBuilder jvm, Runnable wait) {
        try (StubModelServer healthy = StubModelServer.start();
                StubModelServer refusing = StubModelServer.start().fault(Fault.BAD_REQUEST);
                StubModelServer cutting = StubModelServer.start().fault(Fault.CUT)) {
            // Slow enough that an answer is not over before the application has turned away from it.
            healthy.pace(Duration.ofMillis(20)).next(ANSWER, ANSWER);
            jvm.javaHome(jdk)
                    .classpath(library)
                    .ownClasspath()
                    .mainClass(program)
                    .args(
                            healthy.url().toString(),
                            refusing.url().toString(),
                            cutting.url().toString(),
                            ModelScenarios.STAY);
            try (ForkedJvm running = jvm.start()) {
                running.awaitLine("scenarios done", LIMIT);
                wait.run();
                return running.stop(LIMIT);
            }
        }
    }

    @Test
    void givesTheApplicationTheSame_withAndWithoutTheAgent() {
        assertThat(traced.stdout()).contains("scenarios done").isEqualTo(untraced.stdout());
        assertThat(traced.stderr()).noneMatch(line -> line.startsWith("[narrative]"));
    }

    @Test
    void tellsModelTokensAndCost_ofAWholeAnswer() {
        RecordedSpan call = modelCall("whole");

        assertThat(call.name()).isEqualTo("chat gpt-4o-mini");
        assertThat(call.kind()).isEqualTo("CLIENT");
        assertThat(call.status()).isEqualTo("UNSET");
        assertThat(call.attributes())
                .containsEntry("narrative.type", "generation")
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.request.model", "gpt-4o-mini")
                .containsEntry("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                .containsEntry("gen_ai.request.temperature", "0.5")
                .containsEntry("gen_ai.request.max_tokens", "200")
                .containsKeys("gen_ai.response.id", "gen_ai.response.finish_reasons")
                .doesNotContainKey("gen_ai.response.time_to_first_chunk");
        assertThat(call.attribute("gen_ai.response.finish_reasons")).contains("stop");
        assertUsageAndCost(call);
    }

    @Test
    void tellsTheSame_ofAStreamedAnswer_andWhenItsFirstTokenCame() {
        RecordedSpan call = modelCall("streamed");

        assertThat(call.attributes())
                .containsEntry("gen_ai.request.stream", "true")
                .containsEntry("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                .containsKeys("narrative.llm.tokens_per_second");
        assertThat(Double.parseDouble(String.valueOf(call.attribute("gen_ai.response.time_to_first_chunk"))))
                .isGreaterThan(0);
        assertUsageAndCost(call);
        assertThat(call.attribute("gen_ai.output.messages"))
                .isEqualTo(modelCall("whole").attribute("gen_ai.output.messages"))
                .contains("the river — Ålven — keeps its own time. 🌉", "\"finish_reason\":\"stop\"");
    }

    @Test
    void keepsTheMessages_withoutTheirSecrets() {
        RecordedSpan call = modelCall("whole");

        assertThat(call.attribute("gen_ai.input.messages"))
                .contains("Tell of a river.", "\"role\":\"user\"", "\"role\":\"system\"");
        assertThat(call.attributes().toString()).doesNotContain(ModelScenarios.SECRET);
        assertThat(call.attributes()).containsKeys("narrative.prompt.hash", "narrative.completion.hash");
    }

    @Test
    void holdsItsRequest_once() {
        RecordedSpan call = modelCall("whole");
        List<RecordedSpan> requests = traces.childrenOf(call);

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).name()).isEqualTo("POST");
        assertThat(requests.get(0).attributes()).containsEntry("http.response.status_code", "200");
    }

    @Test
    void countsTheTokensOfAnEmbedding() {
        RecordedSpan call = modelCall("embedded");

        assertThat(call.name()).isEqualTo("embeddings text-embedding-3-small");
        assertThat(call.attributes())
                .containsEntry("narrative.type", "embedding")
                .containsKeys("gen_ai.usage.input_tokens", "narrative.cost.total");
    }

    @Test
    void fails_withTheProvidersWords_whenItRefuses() {
        RecordedSpan call = modelCall("refused");

        assertThat(call.status()).isEqualTo("ERROR");
        assertThat(call.attribute("error.type")).isEqualTo("invalid_request_error");
        assertThat(call.attributes()).doesNotContainKey("narrative.cost.total");
    }

    @Test
    void fails_whenTheStreamIsCut_andKeepsWhatCame() {
        RecordedSpan call = modelCall("cut");

        assertThat(call.status()).isEqualTo("ERROR");
        assertThat(call.attribute("gen_ai.output.messages")).contains("\"content\":\"On ");
    }

    @Test
    void ends_whenTheApplicationWantsNoMore() {
        assertThat(modelCall("closed").attributes()).containsEntry("narrative.cancelled", "true");
    }

    @Test
    void ends_whenTheApplicationDropsTheAnswer() {
        assertThat(modelCall("dropped").attributes()).containsEntry("narrative.cancelled", "true");
    }

    @Test
    void leavesOtherRequestsAlone() {
        assertThat(traces.childrenOf(traces.named("ModelScenarios.somethingElse")))
                .extracting(RecordedSpan::name)
                .containsExactly("POST");
    }

    private static void assertUsageAndCost(RecordedSpan call) {
        assertThat(call.attributes())
                .containsEntry("gen_ai.usage.input_tokens", "1000")
                .containsEntry("gen_ai.usage.cache_read.input_tokens", "100")
                .containsEntry("gen_ai.usage.output_tokens", "50")
                .containsEntry("gen_ai.usage.reasoning.output_tokens", "10");
        double expected = (900 * 0.15 + 100 * 0.075 + 50 * 0.6) / 1e6;
        assertThat(Double.parseDouble(String.valueOf(call.attribute("narrative.cost.total"))))
                .isCloseTo(expected, within(expected / 100));
    }

    /** The only model call of a scenario. */
    private RecordedSpan modelCall(String scenario) {
        List<RecordedSpan> calls = traces.childrenOf(traces.named("ModelScenarios." + scenario));
        assertThat(calls).as(scenario + " in " + traces).hasSize(1);
        return calls.get(0);
    }
}
