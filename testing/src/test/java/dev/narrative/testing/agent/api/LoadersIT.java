package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Two copies of the API in two loaders of one process. */
class LoadersIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void eachCopyIsTakenOver_andNoneIsKept(Path jdk) {
        AgentRun run = ApiRun.in(directory).on(jdk).properties("").program(LoadersProgram.class);
        JvmResult result = run.run();
        Traces traces = Traces.read(run.journal());

        assertThat(result.stdout()).containsExactly("collected true", "collected true");
        for (String name : new String[] {"first", "second"}) {
            traces.assertParent("work of " + name, name);
            assertThat(traces.named("work of " + name).attributes())
                    .containsEntry("session.id", "session of " + name)
                    .containsEntry("by", name);
        }
    }
}
