package dev.narrative.testing.agent.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record ExecutorsIT(Path jdk) {
    @TempDir
    private static Path directory;

    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).properties(Steps.RULES).program(ExecutorsProgram.class);
        result = run.run();
        traces = Traces.read(run.journal());
    }

    @ParameterizedTest
    @CsvSource({
        "executed, execute",
        "submitted, submit",
        "submitted with result, submit",
        "called, submit",
        "first of all, invokeAll",
        "second of all, invokeAll",
        "any, invokeAny",
        "ranked first, ranking",
        "ranked second, ranking",
        "seen, hooks",
        "grown, growth",
        "grown by factory, growth"
    })
    void carriesTheContext_toTheTask(String task, String submitter) {
        traces.assertParent(task, submitter);
    }

    @Test
    void keepsEachContext_whenTheSameTaskIsSubmittedAgain() {
        assertThat(parentsOf("shared task")).containsExactly("one user", "another user", "none");
    }

    @Test
    void forgetsTheContext_ofATaskThatIsRejected() {
        assertThat(result.stdout()).contains("rejected");
        assertThat(parentsOf("after abort")).containsExactly("none");
        assertThat(parentsOf("after caller runs")).containsExactly("caller runs", "none");
        assertThat(parentsOf("after discard")).containsExactly("none");
        assertThat(parentsOf("after discard oldest")).containsExactlyInAnyOrder("discard oldest", "none");
    }

    @Test
    void leavesTasksWhatTheyAre_forQueuesAndHooks() {
        assertThat(result.stdout()).contains("removed true", "hook sees its own task true");
        assertThat(parentsOf("after removal")).containsExactly("none");
    }

    @Test
    void keepsTheContextOutOfWorkers_thatASpanBroughtIntoBeing() {
        assertThat(traces.named("later").isRoot()).isTrue();
        assertThat(traces.named("later by factory").isRoot()).isTrue();
    }

    private static List<String> parentsOf(String task) {
        return traces.allNamed(task).stream()
                .map(span -> traces.parentOf(span).map(RecordedSpan::name).orElse("none"))
                .toList();
    }
}
