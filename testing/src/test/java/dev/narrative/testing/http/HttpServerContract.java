package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What every traced HTTP server does; a new one inherits this with a program that serves the contract's routes. */
@OnTestedJdks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpServerContract {
    private static final Duration START = Duration.ofSeconds(60);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String RULES = """
            narrative.exporters = journal
            narrative.trace.work = dev.narrative.testing.http.ServerRoutes#work
            """;

    protected Traces traces;

    @Parameter
    Path jdk;

    private final Class<?> program;
    private final String scope;
    private JvmResult result;

    HttpServerContract(Class<?> program, String scope) {
        this.program = program;
        this.scope = scope;
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void sendRequests(@TempDir Path directory) throws IOException {
        try (ForkedJvm server = ForkedJvm.builder()
                .agentProperties(RULES)
                .systemProperty("narrative.journal.dir", directory.toString())
                .javaHome(jdk)
                .ownClasspath()
                .mainClass(program)
                .start()) {
            send(new RawClient(server.awaitPort("http", START)));
            result = server.stop(START);
        }
        traces = Traces.read(directory);
    }

    /** The requests of the contract, some of which a strict server refuses; a server's own come on top. */
    protected void send(RawClient client) throws IOException {
        client.send(
                "POST /app/work?step=1&api_key=secret HTTP/1.1",
                "a story",
                "traceparent: " + PARENT,
                "tracestate: vendor=1",
                "X-Session-Id: session-7",
                "X-Story-Id: the fox",
                "User-Agent: contract");
        client.get("/app/missing", "X-Narrative-Trace-Id: chapter-9");
        client.get("/app/unavailable", "X-Narrative-Trace-Id: 4bf92f3577b34da6a3ce929d0e0e4736");
        client.get("/app/throws");
        client.get("/app/async", "X-Session-Id: session-8");
        client.get("/app/filtered");
        client.send(
                "BREW /app/missing HTTP/1.1",
                "",
                "traceparent: 00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
                "X-Session-Id: " + "s".repeat(201),
                "X-Narrative-Trace-Id: \u00e9");
        client.get("/app/work", "X-Session-Id: " + "s".repeat(100_000));
        client.get("/app/work", "X-Session-Id: a\u0001b");
        client.send("\u0001 /app/work HTTP/1.1", "", "X-Session-Id: refused");
    }

    @Test
    void neverDisturbsTheApplication() {
        assertThat(result.stderr())
                .filteredOn(line -> line.startsWith("[narrative] WARN"))
                .allMatch(line -> line.startsWith("[narrative] WARN passes over a header "));
    }

    @Test
    void describesARequest_withoutItsSecrets() {
        RecordedSpan span = traces.named("POST /app/work");

        assertThat(span.kind()).isEqualTo("SERVER");
        assertThat(span.scope()).isEqualTo(scope);
        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.route", "/app/work")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("url.scheme", "http")
                .containsEntry("url.path", "/app/work")
                .containsEntry("server.address", "localhost")
                .containsEntry("client.address", "127.0.0.1")
                .containsEntry("user_agent.original", "contract")
                .containsEntry("network.protocol.version", "1.1");
        assertThat(span.attribute("url.query")).startsWith("step=1&api_key=").doesNotContain("secret");
    }

    @Test
    void joinsTheCallersTrace_andCarriesItsStory() {
        RecordedSpan span = traces.named("POST /app/work");
        RecordedSpan work = traces.childrenOf(span).get(0);

        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.parentId()).isEqualTo("b7ad6b7169203331");
        assertThat(work.name()).isEqualTo("ServerRoutes.work");
        assertThat(work.attributes())
                .containsEntry("session.id", "session-7")
                .containsEntry("narrative.story.id", "the fox");
    }

    @Test
    void startsATrace_thatKeepsTheNarrativeTraceId() {
        RecordedSpan span = traces.named("GET /app/missing");

        assertThat(span.isRoot()).isTrue();
        assertThat(span.attribute("narrative.trace.id")).isEqualTo("chapter-9");
        assertThat(span.attribute("http.response.status_code")).isEqualTo("404");
        assertThat(span.status()).isEqualTo("UNSET");
    }

    @Test
    void sharesTheTraceId_andFailsTheSpan_whenTheStatusIsAServersError() {
        RecordedSpan span = traces.named("GET /app/unavailable");

        assertThat(span.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).isEqualTo("503");
    }

    @Test
    void recordsTheError_whenTheHandlerThrows() {
        RecordedSpan span = traces.named("GET /app/throws");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(span.hasEvent("exception")).isTrue();
    }

    @Test
    void waitsForTheAnswer_thatAnotherThreadGives() {
        RecordedSpan span = traces.named("GET /app/async");

        assertThat(span.attributes())
                .containsEntry("http.response.status_code", "201")
                .containsEntry("session.id", "session-8");
    }

    @Test
    void seesRequests_thatAFilterAnswers() {
        assertThat(traces.named("GET /app/filtered").attribute("http.response.status_code"))
                .isEqualTo("401");
    }

    @Test
    void passesOverHostileHeaders() {
        RecordedSpan span = traces.named("HTTP /app/missing");

        assertThat(span.isRoot()).isTrue();
        assertThat(span.attributes())
                .containsEntry("http.request.method", "_OTHER")
                .containsEntry("http.request.method_original", "BREW")
                .containsEntry("narrative.trace.id", span.traceId())
                .doesNotContainKey("session.id");
        assertThat(traces.allNamed("GET /app/work"))
                .allSatisfy(hostile -> assertThat(hostile.attributes()).doesNotContainKey("session.id"));
    }
}
