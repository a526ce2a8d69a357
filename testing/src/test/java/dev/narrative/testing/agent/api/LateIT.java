package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.Installation;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The agent comes into a program that has long called the API. */
class LateIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void callsAndAnnotations_areTakenOver(Path jdk) throws IOException {
        AgentRun run = ApiRun.in(directory).on(jdk).program(LateProgram.class);
        run.write("");
        try (ForkedJvm jvm = run.start()) {
            jvm.awaitLine("running", LIMIT);
            ForkedJvm.builder()
                    .javaHome(jdk)
                    .jar(Installation.agentJar())
                    .args("attach", String.valueOf(jvm.pid()), run.file().toString())
                    .run()
                    .ok();

            Traces traces = run.await(found -> found.has("annotated") && found.has("called"));

            RecordedSpan within = traces.allNamed("annotated").get(0);
            assertThat(traces.pathTo(within)).extracting(RecordedSpan::name).contains("annotated");
            assertThat(traces.allNamed("called").get(0).attribute("late")).isEqualTo("true");
            Files.createFile(run.file().resolveSibling("stop"));
            AgentRun.quiet(jvm.await(LIMIT).ok());
        }
    }
}
