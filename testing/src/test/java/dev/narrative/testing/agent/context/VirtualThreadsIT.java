package dev.narrative.testing.agent.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.narrative.testing.Jdks;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads begin within the span that starts them. */
class VirtualThreadsIT {
    @TempDir
    private Path directory;

    @Test
    void carriesTheContext_toEachOfThem() {
        Optional<Path> jdk = Jdks.newest();
        assumeTrue(jdk.isPresent(), "a JDK of at least 21 is needed");

        Traces traces = AgentRun.in(directory)
                .on(jdk.get())
                .properties(Steps.RULES)
                .program(VirtualThreadsProgram.class)
                .traces();

        traces.assertParent("in virtual thread", "virtual")
                .assertParent("outer virtual", "virtual within virtual")
                .assertParent("inner virtual", "outer virtual")
                .assertParent("virtual submit", "many virtual");
        String many = traces.named("many virtual").spanId();
        assertThat(traces.allNamed("one of many"))
                .hasSize(VirtualThreadsProgram.MANY)
                .allMatch(span -> span.parentId().equals(many));
        assertThat(traces.named("virtual later").isRoot()).isTrue();
    }
}
