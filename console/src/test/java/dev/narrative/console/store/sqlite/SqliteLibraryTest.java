package dev.narrative.console.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLibraryTest {
    @TempDir
    Path cache;

    @Test
    void keepsTheLibrary_andLeavesItAsItIs() throws Exception {
        Path library = requireNonNull(SqliteLibrary.kept(cache));
        assertThat(library).startsWith(cache);
        assertThat(Files.size(library)).isGreaterThan(500_000);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, before);

        assertThat(SqliteLibrary.kept(cache)).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(before);
    }

    @Test
    void writesItAnew_whenItIsTornOrAnotherOne() throws Exception {
        Path library = requireNonNull(SqliteLibrary.kept(cache));
        byte[] whole = Files.readAllBytes(library);
        byte[] other = whole.clone();
        other[other.length / 2]++;

        Files.write(library, other);
        SqliteLibrary.kept(cache);
        assertThat(library).hasBinaryContent(whole);
        Files.write(library, new byte[10]);
        SqliteLibrary.kept(cache);
        assertThat(library).hasBinaryContent(whole);
        assertThat(cache.toFile().list()).hasSize(1);
    }

    @Test
    void isInTheUsersCache() {
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(SqliteLibrary.cache(Map.of())).isEqualTo(home.resolve(".cache/narrative"));
        assertThat(SqliteLibrary.cache(Map.of("XDG_CACHE_HOME", "/c"))).isEqualTo(Path.of("/c/narrative"));
        assertThat(SqliteLibrary.cache(Map.of("XDG_CACHE_HOME", "/c", "NARRATIVE_CACHE", "/n")))
                .isEqualTo(Path.of("/n"));
    }
}
