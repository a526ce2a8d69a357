package dev.narrative.testing.agent.context;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record AsyncIT(Path jdk) {
    @TempDir
    private static Path directory;

    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        traces = AgentRun.in(directory)
                .on(jdk)
                .properties(Steps.RULES)
                .program(AsyncProgram.class)
                .traces();
    }

    @ParameterizedTest
    @CsvSource({
        "fork-join submit, fork-join",
        "fork-join call, fork-join",
        "fork-join execute, fork-join",
        "scheduled, scheduling",
        "scheduled call, scheduling",
        "executed by timer, scheduling",
        "in thread, thread"
    })
    void carriesTheContext_toTheTask(String task, String submitter) {
        traces.assertParent(task, submitter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thenApply",
                "thenAccept",
                "thenRun",
                "handle",
                "whenComplete",
                "thenCompose",
                "thenCombine",
                "exceptionally",
                "thenApplyAsync",
                "supplyAsync",
                "runAsync",
                "applyToEither"
            })
    void carriesTheContext_toAStageOfAFuture(String stage) {
        traces.assertParent(stage, "attaching");
    }

    @Test
    void carriesTheContext_toEveryForkedTask() {
        assertAllBelow("leaf", 8, "fork-join");
        assertAllBelow("element", 200, "parallel stream");
    }

    @Test
    void beginsANewTrace_withEachPeriod() {
        assertThat(traces.allNamed("period")).hasSizeGreaterThanOrEqualTo(3).allMatch(RecordedSpan::isRoot);
    }

    @Test
    void leavesNothingBehind_inWorkers() {
        assertThat(traces.named("fork-join later").isRoot()).isTrue();
        assertThat(traces.named("runAsync later").isRoot()).isTrue();
        assertThat(traces.allNamed("element of nobody")).hasSize(50).allMatch(RecordedSpan::isRoot);
    }

    private static void assertAllBelow(String name, int count, String parent) {
        String expected = traces.named(parent).spanId();
        assertThat(traces.allNamed(name)).hasSize(count).allMatch(span -> span.parentId()
                .equals(expected));
    }
}
