package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PruneCommandTest extends CommandFixture {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void writeJournal() throws IOException {
        // Of processes that have gone, 60, 40 and 1 days ago.
        for (int i = 1; i <= 3; i++) {
            JournalFile file =
                    new JournalFile(traces.resolve("2026-0" + i + "-01/studio-" + (900_000_000L + i) + "-1.jsonl"));
            file.append(span(i, 1).name("trace " + i).build());
            long age = i == 1 ? 60 : i == 2 ? 40 : 1;
            Files.setLastModifiedTime(file.path(), FileTime.fromMillis(NOW.toEpochMilli() - age * DAY));
            files.add(file.path());
        }
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(4);
    }

    @Test
    void byAge_theIndexFollows() {
        assertThat(run("prune", "--older-than", "30d")).isZero();

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).isEqualTo("file\tbytes\twritten\twhy");
        assertThat(lines().get(1)).startsWith(files.get(0).toString()).endsWith("\tage");
        assertThat(err()).contains("2 files, ").contains(" deleted, ").contains(" left");
        assertThat(files.get(0).getParent()).doesNotExist();
        assertThat(files.get(2)).exists();
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("index", "verify")).isZero();
    }

    @Test
    void bySize_theOldestGoFirst() throws IOException {
        long most = Files.size(files.get(1)) + Files.size(files.get(2));
        assertThat(run("prune", "--max-size", most + "B")).isZero();
        assertThat(files.get(0)).doesNotExist();
        assertThat(files.get(1)).exists();
        assertThat(lines().get(1)).endsWith("\tsize");
        assertThat(run("prune", "--max-size", most + "B")).isZero();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void copiesOfArtifacts_goByTheirAge() throws IOException {
        Path directory = Files.createDirectories(traces.resolve("artifacts"));
        Path oldCopy = Files.writeString(directory.resolve("a".repeat(64)), "old");
        Path leftOver = Files.writeString(directory.resolve("b".repeat(64) + ".masked.17.part"), "ol");
        Path foreign = Files.writeString(directory.resolve("notes.txt"), "not ours");
        for (Path file : List.of(oldCopy, leftOver, foreign)) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(NOW.toEpochMilli() - 31 * DAY));
        }
        Path young = Files.writeString(directory.resolve("c".repeat(64)), "young");
        Files.setLastModifiedTime(young, FileTime.fromMillis(NOW.toEpochMilli() - DAY));

        assertThat(run("prune", "--older-than", "30d", "--dry-run")).isZero();
        assertThat(out()).contains(oldCopy + "\t3\t");
        assertThat(oldCopy).exists();
        assertThat(run("prune", "--max-size", "0B")).isZero();
        assertThat(oldCopy).exists();

        assertThat(run("prune", "--older-than", "30d")).isZero();

        assertThat(lines()).hasSize(3).allMatch(line -> line.startsWith("file") || line.endsWith("\tage"));
        assertThat(oldCopy).doesNotExist();
        assertThat(leftOver).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    @Test
    void dryRun_deletesNothing() {
        assertThat(run("prune", "--older-than", "1h", "--dry-run")).isZero();
        assertThat(lines()).hasSize(4);
        assertThat(err()).contains("3 files").contains("would be deleted");
        assertThat(files).allMatch(Files::exists);
    }

    @Test
    void whatIsWrittenTo_stays() throws IOException {
        Path live = new JournalFile(traces.resolve(
                        "2026-01-01/live-" + ProcessHandle.current().pid() + "-1.jsonl"))
                .path();
        new JournalFile(live).append(span(9, 1).build());
        Files.setLastModifiedTime(live, FileTime.fromMillis(NOW.toEpochMilli() - 80 * DAY));
        clock = Clock.systemUTC();
        assertThat(run("trace", "start", "open script")).isZero();
        String script = out().strip();
        try (Stream<Path> all = Files.walk(traces)) {
            for (Path file :
                    all.filter(file -> file.toString().contains("script-")).toList()) {
                Path gone = file.resolveSibling(file.getFileName().toString().replaceFirst("-\\d+-", "-900000009-"));
                Files.move(file, gone); // as if the process that began it had gone
                Files.setLastModifiedTime(gone, FileTime.fromMillis(0));
            }
        }

        assertThat(run("prune", "--older-than", "1h", "--max-size", "0B")).isZero();

        assertThat(live).exists();
        assertThat(files).noneMatch(Files::exists);
        assertThat(run("trace", "list", "--status", "running")).isZero();
        assertThat(lines().get(1)).startsWith(script);
    }

    @Test
    void withoutAnIndex_noneIsMade() throws IOException {
        Path data = traces.resolve("data");
        assertThat(run("prune", "--older-than", "30d", "--data", data.toString()))
                .isZero();
        assertThat(files.get(0)).doesNotExist();
        assertThat(data).doesNotExist();
    }

    @Test
    void wrongUsage_isTold() {
        assertThat(run("prune")).isEqualTo(2);
        assertThat(run("prune", "--max-size", "much")).isEqualTo(2);
        assertThat(err()).contains("write it as 500MB or 2GB");
        assertThat(run("prune", "--older-than", "0d")).isEqualTo(2);
        assertThat(runIn(Map.of(JournalOptions.JOURNAL_VARIABLE, "nowhere"), "prune", "--older-than", "1d"))
                .isEqualTo(3);
    }
}
