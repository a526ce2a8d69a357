package dev.narrative.testing.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.ManySteps;
import dev.narrative.testing.agent.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal as others see it: files, permissions, and lines that OpenTelemetry's own definitions read. */
class FormatIT {
    @TempDir
    private Path directory;

    @Test
    void writesLines_thatOpenTelemetrysDefinitionsRead() throws IOException {
        AgentRun run = AgentRun.in(directory)
                .properties(Steps.RULES + "narrative.service.name = shop\n")
                .program(ManySteps.class, "3000");
        run.run();

        List<Path> files = files(run.journal());
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString()).matches("shop-\\d+-1\\.jsonl");
            assertThat(file.getParent().getFileName().toString()).matches("\\d{4}-\\d\\d-\\d\\d");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.journal())))
                .isEqualTo("rwx------");
        int spans = 0;
        for (String line : Files.readAllLines(files.get(0))) {
            spans += OtlpJson.spans(line);
        }
        assertThat(spans).isEqualTo(6_000);
    }

    @Test
    void keepsTwoProcessesApart() {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(ManySteps.class, "2000");
        try (ForkedJvm first = run.start();
                ForkedJvm second = run.start()) {
            JvmResult one = first.await(Duration.ofSeconds(30)).ok();
            JvmResult other = second.await(Duration.ofSeconds(30)).ok();
            assertThat(AgentRun.said(one)).isEmpty();
            assertThat(AgentRun.said(other)).isEmpty();
        }

        assertThat(Traces.read(run.journal()).spans()).hasSize(8_000);
        assertThat(files(run.journal())).hasSize(2);
    }

    @Test
    void beginsANewFile_whenOneIsFull() {
        AgentRun run = AgentRun.in(directory)
                .properties(Steps.RULES + "narrative.journal.rotate-size = 256KB\n")
                .program(ManySteps.class, "5000");
        run.run();

        assertThat(Traces.read(run.journal()).spans()).hasSize(10_000);
        assertThat(files(run.journal())).hasSizeGreaterThan(2);
    }

    private static List<Path> files(Path journal) {
        try (Stream<Path> files = Files.walk(journal)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
