package dev.narrative.console.store.sqlite;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that the disk has no room for. */
final class SqliteFullDiskTest {
    private static final int SPANS_OF_A_BATCH = 500;

    @TempDir
    Path directory;

    @Test
    void readsOn_andGoesOnWhenThereIsRoomAgain() {
        Path file = directory.resolve("index.db");
        JournalFile journal = new JournalFile(directory.resolve("shop-1-1.jsonl"));
        int batches = 0;
        try (SqliteStore store = SqliteStore.open(file, "PRAGMA max_page_count = 120")) {
            store.ingest(batch(journal, batches++));
            StoreException full = null;
            while (full == null) {
                try {
                    store.ingest(batch(journal, batches));
                    batches++;
                } catch (StoreException e) {
                    full = e;
                }
            }
            assertThat(full).hasMessageContaining("free space on its disk, nothing is lost");
            assertWhole(store, batches);
            int again = batches;
            assertThatThrownBy(() -> store.ingest(batch(journal, again))).isInstanceOf(StoreException.class);
            assertWhole(store, batches);
        }
        try (SqliteStore store = SqliteStore.open(file)) {
            store.ingest(batch(journal, batches++));
            assertWhole(store, batches);
        }
    }

    private static void assertWhole(SqliteStore store, int batches) {
        List<TraceSummary> traces = store.traces(TraceQuery.latest(1_000)).traces();
        assertThat(traces).hasSize(batches).allMatch(trace -> trace.spans() == SPANS_OF_A_BATCH);
        assertThat(store.stats(StatsQuery.by(StatsBy.MODEL)).get(0).calls())
                .isEqualTo((long) batches * SPANS_OF_A_BATCH);
        assertThat(store.progress()).extracting(FileProgress::position).containsExactly((long) batches);
        assertThat(store.check()).isEmpty();
    }

    private static SpanBatch batch(JournalFile journal, int number) {
        List<JournalSpan> spans = new ArrayList<>();
        for (int i = 1; i <= SPANS_OF_A_BATCH; i++) {
            spans.add(span(number + 1, i)
                    .call("gpt-4o", 10, 1, 0.01)
                    .with(AttributeNames.INPUT, "words " + number + " and " + i)
                    .build());
        }
        List<LocatedSpan> located = journal.append(spans.toArray(new JournalSpan[0]));
        FileProgress progress = new FileProgress(journal.path().toString(), number + 1, 0, 0);
        return new SpanBatch(located, List.of(progress), List.of());
    }
}
