package dev.narrative.testing.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.Installation;
import dev.narrative.testing.Jdks;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the agent tells of the calls of a real SDK, which it does not know but for its retries. The application plays all
 * scenarios in one JVM, each against a server of its own, with the agent and without.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SdkContract {
    private static final String SECRET = "ada@example.com";
    /** Names that the applications take for this machine's. */
    static final String HOSTS = "127.0.0.1 localhost api.mistral.ai";

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String RULES = """
            narrative.llm.content = masked
            narrative.trace.scenario = %s
            narrative.trace.scenario.name = {0}
            """;

    private final String application;
    private final String program;
    private JvmResult plain;
    private JvmResult traced;
    private Traces traces;

    /** @param application the folder of the application that uses the SDK */
    SdkContract(String application, String program) {
        this.application = application;
        this.program = program;
    }

    /** The table: one row for each call. */
    abstract List<Cell> cells();

    /** What plays a scenario, whose name is its first argument. */
    String scenarioMethod() {
        return program + "#run";
    }

    /** Gives the program the scenarios that it is to play, each with the URL of its server. */
    void arguments(ForkedJvmBuilder jvm, Map<String, String> urls) {
        urls.forEach((scenario, url) -> jvm.args(url, scenario));
    }

    Path jdk() {
        return Jdks.running();
    }

    @BeforeAll
    void play(@TempDir Path directory) throws IOException {
        List<StubModelServer> servers = new ArrayList<>();
        AgentRun run = AgentRun.in(directory).properties(RULES.formatted(scenarioMethod()));
        String hosts = "-Djdk.net.hosts.file=" + Files.writeString(directory.resolve("hosts"), HOSTS);
        try (ForkedJvm without =
                        application(ForkedJvm.builder().jvmArgs(hosts), servers).start();
                ForkedJvm with = application(run.jvm().jvmArgs(hosts), servers).start()) {
            plain = without.await(LIMIT).ok();
            traced = AgentRun.quiet(with.await(LIMIT).ok());
        } finally {
            servers.forEach(StubModelServer::close);
        }
        traces = Traces.read(run.journal());
    }

    private ForkedJvmBuilder application(ForkedJvmBuilder jvm, List<StubModelServer> servers) {
        Path target = Installation.root()
                .resolve("testing/applications")
                .resolve(application)
                .resolve("target");
        jvm.javaHome(jdk())
                .classpath(target.resolve("classes"), target.resolve("lib/*"))
                .mainClass(program);
        Map<String, String> urls = new LinkedHashMap<>();
        for (Cell cell : cells()) {
            StubModelServer server = cell.start();
            servers.add(server);
            urls.put(cell.scenario, cell.url(server));
        }
        arguments(jvm, urls);
        return jvm;
    }

    @Test
    void givesTheApplicationTheSame_withAndWithoutTheAgent() {
        assertThat(traced.stdout()).isEqualTo(plain.stdout()).hasSizeGreaterThan(cells().size());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void tellsTheCall(Cell cell) {
        RecordedSpan call = modelCall(cell);

        assertThat(call.name()).isEqualTo(cell.span);
        assertThat(call.kind()).isEqualTo("CLIENT");
        assertThat(call.attributes()).containsAllEntriesOf(cell.attributes);
        assertThat(call.status()).isEqualTo(cell.failure() == null ? "UNSET" : "ERROR");
        assertThat(call.statusMessage()).contains(Objects.requireNonNullElse(cell.failure(), ""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void tellsWhatItCost(Cell cell) {
        RecordedSpan call = modelCall(cell);
        Double expected = cell.dollars();

        if (cell.isCutShort()) {
            assertThat(expected).isNull();
        } else if (expected == null) {
            assertThat(call.attributes()).doesNotContainKey("narrative.cost.total");
        } else {
            assertThat(number(call, "narrative.cost.total")).isCloseTo(expected, within(expected / 1e6));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void tellsWhatWasSaid_withoutSecrets(Cell cell) {
        RecordedSpan call = modelCall(cell);

        cell.said.forEach(
                said -> assertThat(call.attribute("gen_ai.output.messages")).contains(said));
        assertThat(traces.trace(call.traceId()).spans())
                .allSatisfy(span -> assertThat(span.toString()).doesNotContain(SECRET));
        if (!call.name().startsWith("embeddings")) {
            assertThat(call.attribute("gen_ai.input.messages")).containsIgnoringCase("where are we");
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void tellsWhenTheFirstTokenCame_ofAStream(Cell cell) {
        RecordedSpan call = modelCall(cell);

        boolean leftBefore = cell.isCutShort() && cell.said.isEmpty();
        if (!cell.isStreamed()) {
            assertThat(call.attributes()).doesNotContainKey("gen_ai.response.time_to_first_chunk");
        } else if (!leftBefore || call.attribute("gen_ai.response.time_to_first_chunk") != null) {
            assertThat(number(call, "gen_ai.response.time_to_first_chunk"))
                    .isGreaterThan(0)
                    .isLessThanOrEqualTo((call.endNanos() - call.startNanos()) / 1e9);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void holdsItsRequests(Cell cell) {
        RecordedSpan call = modelCall(cell);

        assertThat(traces.childrenOf(call))
                .allSatisfy(request -> assertThat(request.name()).isEqualTo("POST"))
                .extracting(request -> String.valueOf(request.attribute("http.response.status_code")))
                .isEqualTo(cell.statuses());
        int attempts = cell.statuses().size();
        assertThat(call.attribute("narrative.llm.attempts")).isEqualTo(attempts > 1 ? "" + attempts : null);
    }

    private static double number(RecordedSpan span, String attribute) {
        return Double.parseDouble(String.valueOf(span.attribute(attribute)));
    }

    /** The span of a scenario's first call, beside which there are none but those of further calls. */
    private RecordedSpan modelCall(Cell cell) {
        List<RecordedSpan> calls = traces.childrenOf(traces.named(cell.scenario));
        assertThat(calls).as("calls of %s in%n%s", cell, traces).hasSize(cell.calls());
        return calls.get(0);
    }
}
