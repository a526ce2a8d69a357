package dev.narrative.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What the agent tells of an application that asks Bedrock, and that the application does not notice it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BedrockContract {
    private static final String PROGRAM = "dev.narrative.applications.bedrock.BedrockProgram";
    private static final String SCOPE = "narrative.aws-sdk";
    private static final String RULES = """
            narrative.trace.scene = dev.narrative.applications.bedrock.Stage#play
            narrative.trace.scene.name = {0}
            narrative.trace.heard = dev.narrative.applications.bedrock.Stage#heard
            """;

    @Parameter
    Setup setup;

    protected BedrockServers servers;
    protected Traces traces;
    private JvmResult plain;
    private JvmResult traced;

    /** What is played, each an operation, a slash, and what is to happen. */
    abstract List<String> scenes(Libraries libraries);

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void play(@TempDir Path directory) {
        servers = new BedrockServers(scenes(setup.libraries()));
        plain = application(ForkedJvm.builder()).run().ok();
        servers.reset();
        AgentRun run = AgentRun.in(directory).properties(RULES);
        application(run.jvm());
        traced = run.run();
        traces = Traces.read(run.journal());
    }

    private ForkedJvmBuilder application(ForkedJvmBuilder jvm) {
        return jvm.javaHome(setup.jdk())
                .classpath(setup.libraries().classpath())
                .mainClass(PROGRAM)
                .args(setup.http())
                .args(servers.arguments().toArray(String[]::new));
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void close() {
        servers.close();
    }

    @Test
    void neverDisturbsTheApplication() {
        assertThat(traced.stdout()).isEqualTo(plain.stdout()).endsWith("played");
    }

    @Test
    void takesEachCall_asOneSpan() {
        for (String scene : scenes(setup.libraries())) {
            RecordedSpan span = request(scene);

            assertThat(span.scope()).isEqualTo(SCOPE);
            assertThat(span.kind()).isEqualTo("CLIENT");
            assertThat(span.name()).isEqualTo("POST");
        }
    }

    @Test
    void describesTheCall() {
        RecordedSpan span = request("invoke/answered");

        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attribute("url.full")).endsWith("/invoke");
        assertThat(span.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("server.address", "localhost")
                .containsEntry("rpc.system", "aws-api")
                .containsEntry("rpc.service", "BedrockRuntime")
                .containsEntry("rpc.method", "InvokeModel")
                .doesNotContainKey("http.request.resend_count");
    }

    @Test
    void tellsTheOtherSide_underTheSignature() {
        RecordedSpan span = request("invoke/answered");
        String parent = "00-" + span.traceId() + "-" + span.spanId() + "-01";

        assertThat(servers.requests("invoke/answered"))
                .filteredOn(request -> request.header("traceparent").contains(parent))
                .singleElement()
                .satisfies(request -> assertThat(request.header("authorization"))
                        .singleElement()
                        .asString()
                        .contains("traceparent"));
    }

    @Test
    void countsTheSdksRetries() {
        RecordedSpan span = request("invoke/retried");

        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attributes())
                .containsEntry("http.response.status_code", "200")
                .containsEntry("http.request.resend_count", "1");
    }

    @Test
    void failsTheSpan_whenTheServiceRefuses() {
        RecordedSpan span = request("invoke/denied");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attributes())
                .containsEntry("http.response.status_code", "400")
                .containsEntry("error.type", "400");
        assertThat(span.events()).isEmpty();
    }

    @Test
    void recordsTheError_whenTheConnectionIsRefused() {
        RecordedSpan span = request("invoke/refused");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).isEqualTo("software.amazon.awssdk.core.exception.SdkClientException");
        assertThat(span.attributes()).containsKey("http.request.resend_count");
        assertThat(span.hasEvent("exception")).isTrue();
    }

    @Test
    void recordsTheError_whenTheServiceIsTooSlow() {
        RecordedSpan span = request("invoke/late");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).contains("ApiCallTimeout");
        assertThat(span.attributes()).doesNotContainKey("http.response.status_code");
    }

    /** How a scene ended for the application. */
    protected final String said(String scene) {
        return traced.stdout().stream()
                .filter(line -> line.startsWith(scene + ": "))
                .findFirst()
                .orElseThrow();
    }

    /** The one span of the SDK that a scene made, whatever stands between. */
    protected final RecordedSpan request(String scene) {
        RecordedSpan played = traces.named(scene);
        List<RecordedSpan> made = traces.trace(played.traceId())
                .where(span -> span.kind().equals("CLIENT") && span.attributes().containsKey("url.full"))
                .spans();
        assertThat(made).as("requests of %s in%n%s", scene, traces).hasSize(1);
        assertThat(traces.pathTo(made.get(0))).startsWith(played);
        return made.get(0);
    }
}
