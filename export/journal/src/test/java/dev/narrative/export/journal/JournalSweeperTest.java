package dev.narrative.export.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSweeperTest {
    private static final long DAY = 86_400_000;
    private static final long NOW = 20_500 * DAY;
    private static final long OWN_PID = ProcessHandle.current().pid();
    private static final long LIVING_PID = 1;
    private static final long DEAD_PID = 1L << 40;

    @TempDir
    Path temp;

    @Test
    void deletesTheOld_andTheEmptiedDirectory() throws Exception {
        Path old = file("journal/2026-01-01/shop-" + DEAD_PID + "-1.jsonl", 10, 91);
        Path oldSnapshot = file("journal/2026-01-01/shop-" + DEAD_PID + "-1.open.jsonl", 10, 91);
        Path oldTemporary = file("journal/2026-01-01/shop-" + DEAD_PID + "-1.open.jsonl.tmp", 10, 91);
        Path young = file("journal/2026-01-03/shop-" + DEAD_PID + "-1.jsonl", 10, 89);

        sweep(1_000, null);

        assertThat(old).doesNotExist();
        assertThat(oldSnapshot).doesNotExist();
        assertThat(oldTemporary).doesNotExist();
        assertThat(old.getParent()).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void deletesTheOldestFirst_aboveTheCap() throws Exception {
        Path first = file("journal/2026-02-01/shop-" + DEAD_PID + "-1.jsonl", 400, 9);
        Path second = file("journal/2026-02-01/shop-" + DEAD_PID + "-2.jsonl", 400, 8);
        Path third = file("journal/2026-02-02/shop-" + DEAD_PID + "-1.jsonl", 400, 7);

        sweep(900, null);

        assertThat(first).doesNotExist();
        assertThat(second).exists();
        assertThat(third).exists();
    }

    @Test
    void keeps_whatALivingProcessWrites() throws Exception {
        Path rotated = file("journal/2026-01-01/shop-" + LIVING_PID + "-1.jsonl", 400, 99);
        Path current = file("journal/2026-01-01/shop-" + LIVING_PID + "-2.jsonl", 400, 98);
        Path own = file("journal/2026-01-01/shop-" + OWN_PID + "-3.jsonl", 400, 97);
        Path ownSnapshot = file("journal/2026-01-01/shop-" + OWN_PID + "-3.open.jsonl", 400, 97);

        sweep(1, own);

        assertThat(rotated).doesNotExist();
        assertThat(current).exists();
        assertThat(own).exists();
        assertThat(ownSnapshot).exists();
    }

    @Test
    void touchesNothingElse() throws Exception {
        Path[] others = {
            file("journal/2026-01-01/notes.jsonl", 400, 999),
            file("journal/2026-01-01/shop-" + DEAD_PID + "-1.txt", 400, 999),
            file("journal/shop-" + DEAD_PID + "-1.jsonl", 400, 999),
            file("journal/keep/shop-" + DEAD_PID + "-1.jsonl", 400, 999),
            file("journal/2026-13-01/shop-" + DEAD_PID + "-1.jsonl", 400, 999),
            file("journal/2026-01-01/2026-01-01/shop-" + DEAD_PID + "-1.jsonl", 400, 999),
            file("elsewhere/shop-" + DEAD_PID + "-1.jsonl", 400, 999)
        };
        Files.createSymbolicLink(temp.resolve("journal/2026-01-09"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(temp.resolve("journal/2026-01-01/shop-" + DEAD_PID + "-7.jsonl"), others[6]);

        sweep(1, null);

        assertThat(others).allMatch(Files::exists);
        assertThat(temp.resolve("journal/2026-01-01/shop-" + DEAD_PID + "-7.jsonl"))
                .isSymbolicLink();
    }

    @Test
    void bearsAMissingDirectory() throws Exception {
        sweep(1, null);

        assertThat(temp.resolve("journal")).doesNotExist();
    }

    private void sweep(long maxBytes, @Nullable Path current) throws IOException {
        JournalOptions options = new JournalOptions(temp.resolve("journal"), 90 * DAY, maxBytes, 1 << 20, 1_000);
        new JournalSweeper(options, OWN_PID, () -> NOW).sweep(current);
    }

    private Path file(String name, int size, int ageInDays) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - ageInDays * DAY));
        return file;
    }
}
