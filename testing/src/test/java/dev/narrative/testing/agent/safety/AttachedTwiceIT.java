package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 8: the agent refuses to be attached twice. */
class AttachedTwiceIT {
    @TempDir
    private Path directory;

    @Test
    void tracesOnce_whenTwoOptionsNameIt() {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(ExitProgram.class, "return");
        run.jvm().jvmArgs("-javaagent:" + Installation.agentJar() + "=" + run.file());

        JvmResult result = run.jvm().run().ok();

        assertThat(AgentRun.said(result)).isEqualTo(List.of("is attached already; this second one does nothing"));
        assertThat(Traces.read(run.journal()).allNamed("last")).hasSize(1);
    }
}
