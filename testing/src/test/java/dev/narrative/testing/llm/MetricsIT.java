package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.Poll;
import dev.narrative.testing.ReceivedMetrics;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.http.OnTestedJdks;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a collector is told of model calls in numbers. */
@OnTestedJdks
final class MetricsIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The three seconds of an exit, and what else a busy machine takes; much less than a report may take here. */
    private static final long EXIT_MILLIS = 12_000;

    private static final String TOKENS = "gen_ai.client.token.usage";
    private static final String DURATION = "gen_ai.client.operation.duration";
    private static final String FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
    private static final String ANSWERED_BY = "gpt-4o-2024-08-06";
    private static final Answer ANSWER = Answer.text("The river keeps its own time.")
            .withModel(ANSWERED_BY)
            .withUsage(new Usage(900, 100, 0, 0, 40, 10));

    private final OtlpSink sink = OtlpSink.start();
    private final StubModelServer healthy = StubModelServer.start();
    private final StubModelServer refusing = StubModelServer.start().fault(Fault.BAD_REQUEST);
    private final StubModelServer cutting = StubModelServer.start().fault(Fault.CUT);

    @Parameter
    private Path jdk;

    @TempDir
    private Path directory;

    @BeforeEach
    void prepareAnswers() {
        healthy.pace(Duration.ofMillis(20)).next(ANSWER, ANSWER);
    }

    @AfterEach
    void stop() {
        healthy.close();
        refusing.close();
        cutting.close();
        sink.close();
    }

    /** Neither an exporter nor a sampled span is needed. */
    @Test
    void countsEveryCall_whetherOrNotItsSpanIsKept() {
        program("narrative.exporters =\nnarrative.sampler = always_off\nnarrative.metrics.enabled = true\n")
                .run();

        ReceivedMetrics metrics = last();
        Map<String, String> answered = Map.of("gen_ai.response.model", ANSWERED_BY);
        assertThat(metrics.count(DURATION, answered)).isEqualTo(2);
        assertThat(metrics.sum(TOKENS, and(answered, "gen_ai.token.type", "input")))
                .isEqualTo(2_000);
        assertThat(metrics.sum(TOKENS, and(answered, "gen_ai.token.type", "output")))
                .isEqualTo(100);
        assertThat(metrics.sum("narrative.llm.cost", answered))
                .isCloseTo(2 * (900 * 2.5 + 100 * 1.25 + 50 * 10) / 1e6, within(1e-9));
        assertThat(metrics.count(FIRST_CHUNK, answered)).isEqualTo(1);
        assertThat(metrics.sum(FIRST_CHUNK, answered))
                .isPositive()
                .isLessThanOrEqualTo(metrics.sum(DURATION, answered));
        assertThat(metrics.count(TOKENS, Map.of("gen_ai.operation.name", "embeddings", "gen_ai.token.type", "input")))
                .isEqualTo(1);
        assertThat(metrics.count(DURATION, Map.of("error.type", "invalid_request_error")))
                .isEqualTo(1);
        assertThat(metrics.count(DURATION, Map.of()))
                .as("all calls in %s", metrics)
                .isEqualTo(7);
        assertThat(metrics.count(
                        DURATION,
                        Map.of(
                                "gen_ai.provider.name",
                                "openai",
                                "gen_ai.request.model",
                                ModelScenarios.MODEL,
                                "server.address",
                                healthy.url().getHost(),
                                "server.port",
                                String.valueOf(healthy.url().getPort()))))
                .isEqualTo(4);
    }

    @Test
    void tellsWhatBecameOfTheSpans() {
        Traces traces = program("narrative.metrics.enabled = true\n").traces();

        Map<String, String> journal = Map.of("destination", "journal");
        assertThat(last().sum("narrative.agent.spans", and(journal, "outcome", "sent")))
                .isEqualTo(traces.spans().size())
                .isPositive();
        assertThat(last().sum("narrative.agent.spans", and(journal, "outcome", "dropped")))
                .isZero();
        assertThat(last().sum("narrative.agent.spans.taken", journal))
                .isEqualTo(traces.spans().size());
        assertThat(last().names())
                .contains(
                        "narrative.agent.spans.open",
                        "narrative.agent.advice.errors",
                        "narrative.agent.model_calls.unpriced");
        assertThat(last().sum("narrative.agent.advice.errors", Map.of())).isZero();
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void sendsNone_whenNobodySwitchedThemOn() {
        program("narrative.exporters = journal, otlp\n").run();

        assertThat(sink.spans()).isNotEmpty();
        assertThat(sink.metrics()).isEmpty();
    }

    @Test
    void reportsAgainAndAgain_fromTheMomentThatTheyAreSwitchedOn() {
        String lines = "narrative.reload.interval = 100ms\nnarrative.metrics.interval = 1s\nnarrative.otlp.endpoint = "
                + sink.url() + "\n";
        AgentRun run = AgentRun.in(directory).on(jdk).properties(lines).program(WaitingProgram.class);
        try (ForkedJvm jvm = run.start()) {
            jvm.awaitLine("waiting", LIMIT);
            run.write(lines + "narrative.metrics.enabled = true\n");

            Poll.untilTrue("two reports", LIMIT, () -> sink.metrics().size() >= 2);
        }
    }

    @Test
    void delaysNothing_whenTheCollectorNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AgentRun run = program(
                    "narrative.metrics.enabled = true\nnarrative.metrics.timeout = 1m\nnarrative.metrics.endpoint = http://localhost:"
                            + silent.getLocalPort() + "\n");
            try (ForkedJvm jvm = run.start()) {
                jvm.awaitLine("scenarios done", LIMIT);
                long begin = System.nanoTime();
                JvmResult result = jvm.await(LIMIT).ok();

                assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                        .isLessThan(EXIT_MILLIS);
                assertThat(AgentRun.said(result))
                        .containsExactly("WARN metrics: the last report was not taken in time");
            }
        }
    }

    private AgentRun program(String lines) {
        return AgentRun.in(directory)
                .on(jdk)
                .properties("narrative.otlp.endpoint = " + sink.url() + "\n" + lines)
                .program(
                        JdkModelProgram.class,
                        healthy.url().toString(),
                        refusing.url().toString(),
                        cutting.url().toString());
    }

    private ReceivedMetrics last() {
        assertThat(sink.metrics()).as("reports").isNotEmpty();
        return new ReceivedMetrics(sink.metrics().get(sink.metrics().size() - 1));
    }

    private static Map<String, String> and(Map<String, String> attributes, String key, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(key, value);
        return more;
    }
}
