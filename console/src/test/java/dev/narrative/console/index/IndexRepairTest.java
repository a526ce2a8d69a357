package dev.narrative.console.index;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What becomes of an index that is lost, damaged, wrong, or in use. */
final class IndexRepairTest extends IndexFixture {
    @Test
    void onlyReads_whileAnotherOneWrites() throws IOException {
        file("2026-11-21/shop-1-1.jsonl").append(span(1, 1).build());
        try (JournalIndex index = open();
                JournalIndex second = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);
            try (IndexLock held = IndexLock.acquire(directory().lock(), LONG)) {
                assertThat(held).isNotNull();
                file("2026-11-21/shop-1-1.jsonl").append(span(2, 1).build());

                assertThat(second.refresh(NOT_LONG, IndexProgress.NONE)).isFalse();
                assertThat(second.traces().trace(new TraceId(1, 1))).isPresent();
                Assertions.assertThatThrownBy(() -> second.verify(NOT_LONG, IndexProgress.NONE))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("another console");
            }
            assertThat(spans(second, 2)).isEqualTo(1);
            assertThat(index.traces().trace(new TraceId(2, 2))).isPresent();
        }
    }

    @Test
    void waitsForTheOneWhoMakesTheIndex() throws IOException {
        directory().create();
        try (IndexLock held = IndexLock.acquire(directory().lock(), LONG)) {
            assertThat(held).isNotNull();
            Assertions.assertThatThrownBy(() -> JournalIndex.open(List.of(traces), directory(), NOT_LONG))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another console is making it");
        }
    }

    @Test
    void fillsALostIndexAgain() throws IOException {
        file("2026-11-21/shop-1-1.jsonl").append(span(1, 1).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);
        }
        Files.delete(directory().database());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);
        }
    }

    @Test
    void rebuildsAndVerifies() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        for (int i = 1; i <= 50; i++) {
            file.append(span(i % 7 + 1, i)
                    .session("s" + i % 3)
                    .call("gpt-4o", i, 1, 0.01)
                    .build());
        }
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThat(index.verify(LONG, IndexProgress.NONE)).isEmpty();
            assertThat(index.rebuild(LONG, IndexProgress.NONE)).isTrue();
            assertThat(index.verify(LONG, IndexProgress.NONE)).isEmpty();
            assertThat(index.traces().traces(TraceQuery.latest(10)).traces()).hasSize(7);
        }
    }

    @Test
    void rebuild_makesADamagedIndexAnew() throws Exception {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        for (int i = 1; i <= 200; i++) {
            file.append(span(i, 1).session("s" + i).build());
        }
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
        }
        long page;
        try (var connection = org.sqlite.JDBC.createConnection(
                        "jdbc:sqlite:" + directory().database(), new java.util.Properties());
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 'traces_by_start'")) {
            page = row.getLong(1);
        }
        try (RandomAccessFile database =
                new RandomAccessFile(directory().database().toFile(), "rw")) {
            database.seek((page - 1) * 4_096);
            database.write(new byte[4_096]);
        }
        try (JournalIndex index = open()) {
            Assertions.assertThatThrownBy(() -> index.traces().traces(TraceQuery.latest(300)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("narrative index rebuild");

            assertThat(index.rebuild(LONG, IndexProgress.NONE)).isTrue();

            assertThat(index.traces().traces(TraceQuery.latest(300)).traces()).hasSize(200);
        }
    }

    @Test
    void verify_tellsWhatTheIndexHasAndTheJournalHasNot() throws Exception {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build(), span(2, 1).build());
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            try (var connection = org.sqlite.JDBC.createConnection(
                            "jdbc:sqlite:" + directory().database(), new java.util.Properties());
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE traces SET spans = 7 WHERE low = 1");
                statement.execute("DELETE FROM traces WHERE low = 2");
            }

            assertThat(index.verify(LONG, IndexProgress.NONE))
                    .hasSize(2)
                    .anyMatch(difference -> difference.contains("spans=7"))
                    .anyMatch(difference -> difference.contains("is missing"));
        }
    }

    @Test
    void keepsItsDirectoryToItsOwner() throws IOException {
        file("2026-11-21/shop-1-1.jsonl").append(span(1, 1).build());
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
        }
        assertThat(Files.getPosixFilePermissions(traces.resolve(".console"))).hasSize(3);
    }
}
