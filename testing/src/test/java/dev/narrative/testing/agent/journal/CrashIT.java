package dev.narrative.testing.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalContent;
import dev.narrative.model.journal.JournalProblem;
import dev.narrative.model.journal.SpanState;
import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What is left of a process that ends in the middle of its work. */
class CrashIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void losesTheLastSecondAtMost_whenKilled(Path jdk) {
        AgentRun run = AgentRun.in(directory).on(jdk).properties(Steps.RULES).program(LoadProgram.class);
        JvmResult killed;
        try (ForkedJvm jvm = run.start()) {
            jvm.awaitLine("at 6000 ", LIMIT);
            killed = jvm.kill9();
        }
        JournalContent content = Journal.read(List.of(run.journal()));
        List<String> ended = named(content, SpanState.ENDED);

        assertThat(killed.exitCode()).isEqualTo(137);
        assertThat(content.problems())
                .extracting(JournalProblem::message)
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(message -> message.contains("last line"));
        assertThat(Set.copyOf(ended)).hasSameSizeAs(ended);
        assertThat(ended).contains("n0").hasSizeGreaterThanOrEqualTo(doneASecondBefore(killed.stdout()));
        assertThat(named(content, SpanState.INTERRUPTED)).contains("endless").hasSizeLessThanOrEqualTo(2);
        assertThat(named(content, SpanState.RUNNING)).isEmpty();
    }

    @Test
    void showsOpenSpans_whileTheProcessRuns_andFlushesOnSigterm() {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(LoadProgram.class);
        try (ForkedJvm jvm = run.start()) {
            run.await(traces -> Journal.read(List.of(run.journal())).spans().stream()
                    .anyMatch(span ->
                            span.state() == SpanState.RUNNING && span.name().equals("endless")));

            int done = number(jvm.stdout().get(jvm.stdout().size() - 1));
            JvmResult stopped = jvm.stop(LIMIT);

            assertThat(stopped.exitCode()).isEqualTo(143);
            assertThat(AgentRun.said(stopped)).isEmpty();
            JournalContent content = Journal.read(List.of(run.journal()));
            assertThat(content.problems()).isEmpty();
            assertThat(named(content, SpanState.ENDED)).contains("n" + done);
        }
    }

    private static List<String> named(JournalContent content, SpanState state) {
        return content.spans().stream()
                .filter(span -> span.state() == state)
                .map(span -> span.name())
                .collect(Collectors.toList());
    }

    /** The number that the program had reached when its last second began. */
    private static int doneASecondBefore(List<String> lines) {
        long last = nanos(lines.get(lines.size() - 1));
        return lines.stream()
                .filter(line -> last - nanos(line) > TimeUnit.SECONDS.toNanos(1))
                .mapToInt(CrashIT::number)
                .max()
                .orElse(0);
    }

    private static int number(String line) {
        return Integer.parseInt(line.split(" ")[1]);
    }

    private static long nanos(String line) {
        return Long.parseLong(line.split(" ")[2]);
    }
}
