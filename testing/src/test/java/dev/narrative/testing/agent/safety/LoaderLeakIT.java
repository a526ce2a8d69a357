package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rule 7: nothing of the agent keeps an application's class loader alive. */
class LoaderLeakIT {
    private static final String PROPERTIES = """
            narrative.trace.plugin = dev.narrative.testing.agent.safety.Plugin#*
            narrative.trace.plugin.exclude = **#take
            narrative.trace.plugin.capture = return as result
            narrative.trace.take = dev.narrative.testing.agent.safety.Plugin#take
            narrative.trace.take.name = Take {0.name} of {this.name}
            narrative.trace.take.capture = 0 as argument
            narrative.journal.snapshot = 100ms
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void letsGoOfALoader_whoseClassesWereTraced(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).properties(PROPERTIES).program(LoaderLeakProgram.class);

        JvmResult result = run.jvm().usualJvm().run().ok();

        assertThat(result.stdout())
                .as(result.toString())
                .containsExactly("first collected true", "second collected true");
        assertThat(Traces.read(run.journal()).allNamed("Take plugin of plugin")).hasSize(2);
    }
}
