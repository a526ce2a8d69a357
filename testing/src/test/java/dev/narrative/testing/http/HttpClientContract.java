package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.http.WireServer.Seen;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What every traced HTTP client does; a new one inherits this with a program that runs the {@link ClientScenarios}. */
@OnTestedRuntimes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpClientContract {
    private static final String RULES = """
            narrative.exporters = journal
            narrative.propagation.hosts = !127.0.0.1
            narrative.trace.scenario = dev.narrative.testing.http.ClientScenarios#*(String)
            narrative.trace.scenario.session = 0
            narrative.trace.call = dev.narrative.testing.http.ClientScenarios#parallelCall
            """;

    protected WireServer server;

    @Parameter
    TestedRuntime runtime;

    private final Class<?> program;
    private final String scope;
    private final String moreRules;
    protected Traces traces;
    private JvmResult result;

    HttpClientContract(Class<?> program, String scope) {
        this(program, scope, "");
    }

    HttpClientContract(Class<?> program, String scope, String moreRules) {
        this.program = program;
        this.scope = scope;
        this.moreRules = moreRules;
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void playScenarios(@TempDir Path directory) {
        server = new WireServer();
        result = ForkedJvm.builder()
                .agentProperties(RULES + moreRules)
                .systemProperty("narrative.journal.dir", directory.toString())
                .javaHome(runtime.jdk())
                .classpath(runtime.library().toArray(Path[]::new))
                .ownClasspath()
                .mainClass(program)
                .args(server.url())
                .run()
                .ok();
        traces = Traces.read(directory);
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void closeServer() {
        server.close();
    }

    @Test
    void neverDisturbsTheApplication() {
        assertThat(result.stdout()).contains("scenarios done");
        assertThat(result.stderr()).noneMatch(line -> line.startsWith("[narrative] WARN"));
    }

    @Test
    void describesARequest_withoutItsSecrets() {
        RecordedSpan span = request("success");

        assertThat(span.name()).isEqualTo("GET");
        assertThat(span.kind()).isEqualTo("CLIENT");
        assertThat(span.scope()).isEqualTo(scope);
        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attributes())
                .containsEntry("http.request.method", "GET")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("server.address", "localhost")
                .containsEntry("network.protocol.version", "1.1")
                .containsEntry("session.id", ClientScenarios.SESSION)
                .containsKeys("server.port");
        assertThat(span.attribute("url.full")).endsWith("page=2").doesNotContain("secret");
    }

    @Test
    void tellsTheOtherSide_overTheWire() {
        RecordedSpan span = request("success");
        Seen seen = server.request("/ok");

        assertThat(seen.header("traceparent")).isEqualTo("00-" + span.traceId() + "-" + span.spanId() + "-01");
        assertThat(seen.header("X-Narrative-Trace-Id")).isEqualTo(span.traceId());
        assertThat(seen.header("X-Session-Id")).isEqualTo(ClientScenarios.SESSION);
    }

    @Test
    void replacesAnEarlierHopsParent_andKeepsTheApplicationsOwnHeaders() {
        Seen seen = server.request("/own");

        assertThat(seen.header("traceparent")).contains(request("ownHeaders").spanId());
        assertThat(seen.header("X-Session-Id")).isEqualTo("its own");
    }

    @Test
    void failsTheSpan_whenTheStatusIsAnError() {
        RecordedSpan span = request("errorStatus");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attributes())
                .containsEntry("http.response.status_code", "404")
                .containsEntry("error.type", "404");
        assertThat(span.events()).isEmpty();
    }

    @Test
    void takesARedirect_asOneSpan() {
        assertThat(request("redirect").attribute("http.response.status_code")).isEqualTo("200");
        assertThat(server.request("/landed").header("traceparent"))
                .contains(request("redirect").spanId());
    }

    @Test
    void recordsTheError_whenTheConnectionIsRefused() {
        RecordedSpan span = request("refused");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).endsWith("ConnectException");
        assertThat(span.hasEvent("exception")).isTrue();
    }

    @Test
    void recordsTheError_whenTheServerIsTooSlow() {
        RecordedSpan span = request("timeout");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).contains("Timeout");
    }

    @Test
    void leavesTheBodyAsItIs() {
        assertThat(request("body").name()).isEqualTo("POST");
    }

    @Test
    void keepsParallelRequestsApart() {
        List<RecordedSpan> calls = traces.allNamed("ClientScenarios.parallelCall");

        assertThat(calls).hasSize(ClientScenarios.PARALLEL);
        assertThat(calls).allSatisfy(call -> assertThat(traces.childrenOf(call))
                .singleElement()
                .satisfies(span -> assertThat(span.kind()).isEqualTo("CLIENT")));
        assertThat(calls.stream().map(RecordedSpan::traceId).distinct()).hasSize(1);
    }

    /** The one request that a scenario made. */
    protected final RecordedSpan request(String scenario) {
        List<RecordedSpan> made = traces.childrenOf(traces.named("ClientScenarios." + scenario));
        assertThat(made).as("requests of %s in%n%s", scenario, traces).hasSize(1);
        return made.get(0);
    }
}
