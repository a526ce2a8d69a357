package dev.narrative.testing.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The agent comes into a program that runs already. */
class AttachIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void tracesARunningProgram(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk);
        run.write(Loop.FIRST + Loop.SECOND);
        try (Loop loop = Loop.start(run)) {
            JvmResult attached = attach(jdk, loop, run.file());

            assertThat(attached.stdout())
                    .singleElement()
                    .asString()
                    .startsWith("attached to " + loop.jvm().pid());
            loop.awaitNew("LoopProgram.first");
            loop.awaitNew("LoopProgram.second");

            assertThat(attach(jdk, loop, run.file()).exitCode()).isZero();
            loop.jvm().awaitLine("[narrative] is attached already", Loop.LIMIT);
            assertThat(AgentRun.said(loop.end())).hasSize(1);
        }
    }

    @Test
    void refusesASecondTime_whenTheAgentCameWithTheStart() {
        AgentRun run = AgentRun.in(directory).properties(Loop.FIRST);
        try (Loop loop = Loop.start(run)) {
            attach(dev.narrative.testing.Jdks.running(), loop, run.file());

            loop.jvm().awaitLine("[narrative] is attached already", Loop.LIMIT);
            loop.awaitNew("LoopProgram.first");
            loop.end();
        }
    }

    @Test
    void saysWhatIsWrong_whenThereIsNoSuchProcess() {
        JvmResult result = ForkedJvm.builder()
                .jar(Installation.agentJar())
                .args("attach", "999999999")
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).singleElement().asString().startsWith("cannot attach to 999999999: ");
    }

    private static JvmResult attach(Path jdk, Loop loop, Path file) {
        return ForkedJvm.builder()
                .javaHome(jdk)
                .jar(Installation.agentJar())
                .args("attach", String.valueOf(loop.jvm().pid()), file.toString())
                .run()
                .ok();
    }
}
