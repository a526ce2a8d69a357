package dev.narrative.testing.agent.safety;

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
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rule 11: captured values are bounded in depth and size, masked, and nothing of an unknown type is called. */
@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record CapturedValuesIT(Path jdk) {
    private static final String PROPERTIES = Steps.RULES + """
            narrative.trace.take = P.HostileProgram#take
            narrative.trace.take.name = {0}
            narrative.trace.take.capture = 1 as value
            narrative.trace.throwing = P.HostileProgram#throwing
            narrative.trace.endless = P.HostileProgram#endless
            narrative.trace.endless.limit = 20/s
            """.replace("P.", "dev.narrative.testing.agent.safety.");

    @TempDir
    private static Path directory;

    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).properties(PROPERTIES).program(HostileProgram.class);
        run.jvm().jvmArgs("-Xss512k", "-Xmx400m");
        result = run.run();
        traces = Traces.read(run.journal());
    }

    @Test
    void callsNothing_ofAnUnknownType() {
        assertThat(valueOf("speaking")).contains("\"visible\":\"visible\"");
        assertThat(valueOf("lazy list")).contains("LazyList");
        assertThat(result.stdout()).contains("equals asked 0");
    }

    @Test
    void boundsEveryValue() {
        assertThat(traces.spans())
                .allSatisfy(span ->
                        assertThat(span.attributes().values()).allMatch(value -> value.length() <= 4_096 + 100));
        assertThat(valueOf("huge text")).hasSizeGreaterThan(4_000).endsWith("…");
        assertThat(valueOf("huge list")).contains("item").hasSizeLessThan(1_500);
        assertThat(valueOf("deep")).startsWith("[[[[").hasSizeLessThan(50);
    }

    @Test
    void stopsAtCycles() {
        assertThat(valueOf("cycle")).contains("\"name\":\"first\"", "(cycle)");
    }

    @Test
    void masksSecrets() {
        assertThat(valueOf("secrets")).contains("password").doesNotContain("hunter2", "sk-abcdefghijkl");
    }

    @Test
    void bearsErrors_thatCannotBeLookedAt() {
        assertThat(result.stdout())
                .contains("caught SilentException", "caught EndlessCauses", "caught StackOverflowError");
        assertThat(traces.allNamed("HostileProgram.throwing")).hasSize(3).allMatch(span -> span.status()
                .equals("ERROR"));
    }

    @Test
    void losesNoContext_inAnEndlessRecursion() {
        RecordedSpan after = traces.named("after all");
        assertThat(after.isRoot()).isTrue();
    }

    private static String valueOf(String name) {
        return traces.named(name).attributes().getOrDefault("value", "nothing");
    }
}
