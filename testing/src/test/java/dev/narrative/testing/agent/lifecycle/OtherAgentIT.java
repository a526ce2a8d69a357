package dev.narrative.testing.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.ManySteps;
import dev.narrative.testing.agent.Steps;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two agents in one program: the other is OpenTelemetry's. */
class OtherAgentIT {
    private static final Path OTHER = Installation.root().resolve("testing/target/agents/opentelemetry-javaagent.jar");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tracesBesideTheOther_whicheverComesFirst(boolean otherFirst) {
        AgentRun run = AgentRun.in(directory);
        run.write(Steps.RULES);
        String ours = "-javaagent:" + Installation.agentJar() + "=" + run.file();
        String other = "-javaagent:" + OTHER;
        run.jvm()
                .jvmArgs(otherFirst ? other : ours, otherFirst ? ours : other)
                .systemProperty("otel.traces.exporter", "none")
                .systemProperty("otel.metrics.exporter", "none")
                .systemProperty("otel.logs.exporter", "none");
        run.program(ManySteps.class, "10");

        JvmResult result = run.run();

        assertThat(result.stderr()).anyMatch(line -> line.contains("opentelemetry-javaagent - version"));
        assertThat(result.stderr()).noneMatch(line -> line.contains("ERROR"));
        assertThat(Traces.read(run.journal()).allNamed("part")).hasSize(10);
    }
}
