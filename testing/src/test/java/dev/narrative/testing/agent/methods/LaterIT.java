package dev.narrative.testing.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record LaterIT(Path jdk) {
    private static final String PROPERTIES = Steps.RULES + """
            narrative.trace.later = dev.narrative.testing.agent.methods.LaterProgram#*(String, *)
            narrative.trace.later.name = {0}
            narrative.trace.later.capture = return as result
            """;

    @TempDir
    private static Path directory;

    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).properties(PROPERTIES).program(LaterProgram.class);
        run.jvm().classpath(AgentRun.codeOf(Flux.class), AgentRun.codeOf(Publisher.class));
        result = run.run();
        traces = Traces.read(run.journal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"future", "stage", "flow", "mono", "flux", "publisher", "foreign"})
    void endsTheSpan_whenTheResultIsThere(String name) {
        RecordedSpan span = traces.named(name);

        assertThat(span.endNanos())
                .isGreaterThan(traces.named("settling " + name).endNanos());
        assertThat(span.status()).isEqualTo("UNSET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"future error", "flow error", "mono error", "foreign error"})
    void endsTheSpan_withTheError(String name) {
        RecordedSpan span = traces.named(name);

        assertThat(span.endNanos())
                .isGreaterThan(traces.named("settling " + name).endNanos());
        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.statusMessage()).isEqualTo("refused");
        assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow cancel", "mono cancel", "flux cancel", "publisher cancel", "foreign cancel"})
    void endsTheSpan_withoutError_whenTheSubscriberHasEnough(String name) {
        RecordedSpan span = traces.named(name);

        assertThat(span.endNanos())
                .isGreaterThan(traces.named("settling " + name).endNanos());
        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attribute("narrative.cancelled")).isEqualTo("true");
    }

    @Test
    void endsTheSpan_withAnError_whenTheFutureIsCancelled() {
        RecordedSpan span = traces.named("future cancel");

        assertThat(span.endNanos())
                .isGreaterThan(traces.named("settling future cancel").endNanos());
        assertThat(span.statusMessage()).isEqualTo("cancelled");
    }

    @Test
    void capturesTheValue_thatTheResultHolds() {
        assertThat(traces.named("future").attribute("result")).isEqualTo("value");
        assertThat(traces.named("stage").attribute("result")).isEqualTo("value!");
        assertThat(traces.named("mono").attribute("result")).isEqualTo("value");
    }

    @Test
    void changesNothing_forTheProgram() {
        assertThat(result.stdout())
                .contains(
                        "same true",
                        "flow complete",
                        "flow failed",
                        "flux of [1, 2, 3]",
                        "first 1",
                        "still a Mono true");
        assertThat(traces.named("flux of items").status()).isEqualTo("UNSET");
        assertThat(traces.named("flux of which one is taken").status()).isEqualTo("UNSET");
        assertThat(traces.named("no publisher").status()).isEqualTo("UNSET");
    }
}
