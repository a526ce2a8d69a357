package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rules 4, 6 and 8: threads, stdout and system properties of a guest. */
@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record GuestIT(Path jdk) {
    private static final String ALL_ON = Steps.RULES + "narrative.exporters = journal, otlp, logging\n"
            + "narrative.otlp.endpoint = http://localhost:9\n";

    @TempDir
    private static Path directory;

    private static JvmResult plain;
    private static JvmResult traced;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).program(GuestProgram.class);
        plain = run.run();
        run.properties(ALL_ON);
        traced = run.jvm().run().ok();
    }

    @Test
    void rule4_runsOnlyItsOwnDaemons_withoutAContextClassLoader() {
        List<String> own = lines(traced, line -> line.startsWith("thread narrative-"));

        assertThat(own).hasSizeGreaterThanOrEqualTo(4).allMatch(line -> line.endsWith(" daemon alone"));
        assertThat(lines(traced, line -> line.startsWith("thread ") && !own.contains(line)))
                .containsExactlyInAnyOrderElementsOf(lines(plain, line -> line.startsWith("thread ")));
    }

    @Test
    void rule4_runsNoThread_whenSwitchedOff() {
        AgentRun off = AgentRun.in(directory)
                .on(jdk)
                .properties("narrative.enabled = false\n" + ALL_ON)
                .program(GuestProgram.class);

        assertThat(lines(off.run(), line -> line.startsWith("thread ")))
                .containsExactlyInAnyOrderElementsOf(lines(plain, line -> line.startsWith("thread ")));
        assertThat(off.journal()).doesNotExist();
    }

    @Test
    void rule6_writesNothingToStdout() {
        assertThat(traced.stdout()).noneMatch(line -> line.contains("[narrative]") || line.contains("warning"));
        assertThat(lines(traced, GuestIT::isNoThread)).isEqualTo(lines(plain, GuestIT::isNoThread));
        assertThat(traced.stderr()).anyMatch(line -> line.contains("step"));
    }

    @Test
    void rule8_leavesTheSystemPropertiesAsTheyWere() {
        assertThat(lines(plain, GuestIT::isNoThread))
                .hasSizeGreaterThan(30)
                .isEqualTo(lines(traced, GuestIT::isNoThread));
    }

    private static boolean isNoThread(String line) {
        return !line.startsWith("thread ");
    }

    private static List<String> lines(JvmResult result, Predicate<String> which) {
        return result.stdout().stream().filter(which).toList();
    }
}
