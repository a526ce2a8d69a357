package dev.narrative.console.index;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.JournalFile;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that is stopped after its first batch, and the run after that. */
final class InterruptedWorkTest extends IndexFixture {
    private static final int SPANS = 12_000;
    private static final IndexProgress STOP = (read, total, spans) -> {
        throw new StoppedException("stopped");
    };

    private final AtomicLong read = new AtomicLong();
    private final IndexProgress counting = (bytes, total, spans) -> read.set(spans);

    @BeforeEach
    void writeJournal() {
        append(1, SPANS + 1);
    }

    @Test
    void rebuild_goesOnWithWhatIsMissing() {
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThatThrownBy(() -> index.rebuild(LONG, STOP)).isInstanceOf(StoppedException.class);
        }
        try (JournalIndex index = open()) {
            assertThat(directory().unfinished()).exists();
            assertThat(index.rebuild(LONG, counting)).isTrue();
            assertThat(read.get()).isBetween(1L, SPANS - 1L);
            assertThat(directory().unfinished()).doesNotExist();
            assertThat(index.verify(LONG, IndexProgress.NONE)).isEmpty();
            index.rebuild(LONG, counting);
            assertThat(read.get()).isEqualTo(SPANS);
        }
    }

    @Test
    void refreshAfterAnInterruptedRebuild_readsTheRest() {
        try (JournalIndex index = open()) {
            assertThatThrownBy(() -> index.rebuild(LONG, STOP)).isInstanceOf(StoppedException.class);
            assertThat(spans(index, SPANS)).isEqualTo(1);
            assertThat(directory().unfinished()).doesNotExist();
        }
    }

    @Test
    void verify_goesOnWithWhatIsMissing() {
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThatThrownBy(() -> index.verify(LONG, STOP)).isInstanceOf(StoppedException.class);
            assertThat(directory().comparison()).exists();

            append(SPANS + 1, SPANS + 11);
            assertThat(index.verify(LONG, counting)).isEmpty();
            assertThat(read.get()).isBetween(1L, SPANS - 1L);
            assertThat(directory().comparison()).doesNotExist();
        }
    }

    @Test
    void verify_forgetsFilesThatHaveChangedSince() {
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThatThrownBy(() -> index.verify(LONG, STOP)).isInstanceOf(StoppedException.class);
            file("2026-11-21/shop-1-1.jsonl").delete();
            append(90_000, 90_010);

            assertThat(index.verify(LONG, counting)).isEmpty();
            assertThat(read.get()).isEqualTo(10);
        }
    }

    private void append(int from, int to) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            lines.writeBytes(JournalFile.line(span(i, 1).build()));
        }
        file("2026-11-21/shop-1-1.jsonl").appendBytes(lines.toByteArray());
    }
}
