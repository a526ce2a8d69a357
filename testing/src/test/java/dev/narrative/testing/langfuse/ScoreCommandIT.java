package dev.narrative.testing.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores given from the command line, long after what they judge has ended. */
class ScoreCommandIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final LangfuseStub langfuse = LangfuseStub.start();

    @TempDir
    private Path directory;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(
                directory.resolve("f.properties"), "narrative.exporters = journal, langfuse\n" + langfuse.settings());
    }

    @AfterEach
    void stop() {
        langfuse.close();
    }

    @Test
    void span_isScored_andARepeatOverwrites() {
        assertThat(score("--trace", TRACE, "--span", SPAN, "--name", "coherence", "--value", "0.5")
                        .exitCode())
                .isZero();
        JvmResult again = score(
                "--trace",
                TRACE,
                "--span",
                SPAN,
                "--name",
                "coherence",
                "--value",
                "0.75",
                "--comment",
                "on second thought");

        assertThat(again.stdout()).containsExactly("journal: coherence given", "langfuse: coherence given");
        StoredScore stored = langfuse.score("coherence");
        assertThat(stored.traceId()).isEqualTo(TRACE);
        assertThat(stored.observationId()).isEqualTo(SPAN);
        assertThat(stored.dataType()).isEqualTo("NUMERIC");
        assertThat(stored.value()).isEqualTo("0.75");
        assertThat(stored.comment()).isEqualTo("on second thought");
        assertThat(langfuse.observations()).isEmpty();
        assertThat(langfuse.findings()).isEmpty();
        List<RecordedSpan> journaled =
                Traces.read(directory.resolve("narrative-traces")).spans();
        assertThat(journaled).hasSize(2).allSatisfy(span -> {
            assertThat(span.traceId()).isEqualTo(TRACE);
            assertThat(span.parentId()).isEqualTo(SPAN);
            assertThat(span.hasEvent("gen_ai.evaluation.result")).isTrue();
        });
    }

    @Test
    void traceAndSession_areScored_inEveryType() {
        score("--trace=" + TRACE, "--name=passed", "--value=true");
        score("--trace", TRACE, "--name", "verdict", "--value", "good");
        score("--session", "s-1", "--name", "rating", "--value", "4", "--type", "categorical");
        score("--session", "s-1", "--name", "remark", "--value", "holds together", "--type", "text");

        assertThat(langfuse.score("passed").dataType()).isEqualTo("BOOLEAN");
        assertThat(langfuse.score("passed").observationId()).isNull();
        assertThat(langfuse.score("verdict").dataType()).isEqualTo("CATEGORICAL");
        assertThat(langfuse.score("rating").sessionId()).isEqualTo("s-1");
        assertThat(langfuse.score("rating").dataType()).isEqualTo("CATEGORICAL");
        assertThat(langfuse.score("remark").dataType()).isEqualTo("TEXT");
        assertThat(langfuse.findings()).isEmpty();
    }

    @Test
    void wrongUsage_isToldWithoutATrace() {
        assertThat(score("--trace", "abc", "--name", "n", "--value", "1").stderr())
                .first()
                .asString()
                .isEqualTo("score: a trace id has 32 hex digits, not all of them 0");
        assertThat(score("--name", "n", "--value", "1").exitCode()).isEqualTo(2);
        assertThat(score("--trace", TRACE, "--name", "n", "--value", "x", "--type", "numeric")
                        .stderr())
                .first()
                .asString()
                .isEqualTo("score: --value must be a number");
    }

    @Test
    void langfuseThatIsNotThere_isTold() {
        langfuse.close();

        JvmResult result = score("--trace", TRACE, "--name", "n", "--value", "1");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).containsExactly("journal: n given");
        assertThat(result.stderr()).anyMatch(line -> line.startsWith("score: langfuse does not have it yet"));
    }

    private JvmResult score(String... options) {
        List<String> args = new ArrayList<>(List.of("score"));
        args.addAll(List.of(options));
        args.addAll(List.of("--config", directory.resolve("f.properties").toString()));
        return ForkedJvm.builder()
                .jar(Installation.agentJar())
                .args(args.toArray(new String[0]))
                .workingDirectory(directory)
                .timeout(Duration.ofSeconds(60))
                .run();
    }
}
