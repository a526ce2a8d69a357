package dev.narrative.console.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    @TempDir
    Path data;

    @Test
    void keepsEntries_theLatestFirst_andForItsOwnerAlone() throws IOException {
        AuditLog log = new AuditLog(data);
        log.append(entry("one"));
        log.append(entry("two \"quoted\"\nline"));
        assertThat(log.latest(10, entry -> true)).containsExactly(entry("two \"quoted\"\nline"), entry("one"));
        assertThat(log.latest(1, entry -> true)).hasSize(1);
        assertThat(log.latest(10, entry -> entry.what().equals("one"))).containsExactly(entry("one"));
        Path file = data.resolve("audit/audit.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("audit"))))
                .isEqualTo("rwx------");
    }

    @Test
    void putsFullFilesAside_andDropsTheOldest() {
        AuditLog log = new AuditLog(data, 1_000, 2);
        for (int i = 0; i < 100; i++) {
            log.append(entry("number " + i));
        }
        assertThat(data.resolve("audit/audit-2.jsonl")).exists();
        assertThat(data.resolve("audit/audit-3.jsonl")).doesNotExist();
        var latest = log.latest(1_000, entry -> true);
        assertThat(latest.get(0)).isEqualTo(entry("number 99"));
        assertThat(latest).hasSizeBetween(10, 50).doesNotHaveDuplicates();
    }

    @Test
    void goesOn_afterALineThatWasCut() throws IOException {
        AuditLog log = new AuditLog(data);
        log.append(entry("one"));
        Files.writeString(data.resolve("audit/audit.jsonl"), "{\"time\":\"20", StandardOpenOption.APPEND);
        log.append(entry("two"));
        assertThat(log.latest(
                        10,
                        entry -> entry.what().startsWith("t") || entry.what().startsWith("o")))
                .containsExactly(entry("two"), entry("one"));
    }

    @Test
    void saysSo_whenItCantWrite() throws IOException {
        Files.writeString(data.resolve("audit"), "no directory");
        assertThatThrownBy(() -> new AuditLog(data).append(entry("one"))).isInstanceOf(UncheckedIOException.class);
    }

    private static AuditEntry entry(String what) {
        return new AuditEntry("2026-11-21T12:00:00Z", "00000000", "ci", "viewer", "127.0.0.1", "read", what, 200);
    }
}
