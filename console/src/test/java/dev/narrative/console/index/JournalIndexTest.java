package dev.narrative.console.index;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceStatus;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the index follows journals. */
final class JournalIndexTest extends IndexFixture {
    @Test
    void followsALiveJournal() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);

            file.append(span(1, 2).parent(1).build(), span(2, 1).build());
            file("2026-11-22/shop-1-1.jsonl").append(span(1, 3).parent(1).build());

            assertThat(spans(index, 1)).isEqualTo(3);
            assertThat(spans(index, 2)).isEqualTo(1);
        }
    }

    @Test
    void goesOn_whereTheLastProcessStopped() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);
        }
        file.append(span(1, 2).build());

        try (JournalIndex index = open()) {
            long[] bytes = new long[1];
            index.refresh(LONG, (read, total, spans) -> bytes[0] = total);
            assertThat(bytes[0]).isEqualTo(JournalFile.line(span(1, 2).build()).length);
            assertThat(spans(index, 1)).isEqualTo(2);
        }
    }

    @Test
    void takesALine_whenItIsWhole() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        byte[] line = JournalFile.line(span(1, 1).build(), span(1, 2).build());
        int firstSpanEnds = new String(line, StandardCharsets.UTF_8).indexOf(",{\"traceId\"");
        file.appendBytes(Arrays.copyOf(line, firstSpanEnds + 20));
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);

            file.appendBytes(Arrays.copyOfRange(line, firstSpanEnds + 20, line.length));

            assertThat(spans(index, 1)).isEqualTo(2);
            assertThat(index.problems()).isEmpty();
        }
    }

    @Test
    void readsOver_whatIsNoSpan() throws IOException {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build());
        file.appendText("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\n")
                .appendText("not json\n\n")
                .appendText(
                        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"zz\",\"spanId\":\"1\"}]}]}]}\n");
        file.appendBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n'});
        file.append(span(1, 2).build());
        Files.writeString(traces.resolve("notes.txt"), "nothing of ours");
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(2);
            assertThat(index.problems()).hasSize(4).allMatch(problem -> problem.contains("shop-1-1.jsonl at byte "));
        }
    }

    @Test
    void bearsInvalidUtf8_withinAName() {
        String line = new String(JournalFile.line(span(1, 1).name("ab?cd").build()), StandardCharsets.ISO_8859_1);
        byte[] bytes = line.replace('?', '\u00ff').getBytes(StandardCharsets.ISO_8859_1);
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.appendBytes(bytes);
        file.append(span(2, 1).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 2)).isEqualTo(1);
        }
    }

    @Test
    void dropsTheSpansOfAFile_thatWasDeleted() {
        JournalFile old = file("2026-11-20/shop-1-1.jsonl");
        old.append(span(1, 1).build());
        file("2026-11-21/shop-1-2.jsonl").append(span(2, 1).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(1);

            old.delete();

            assertThat(spans(index, 1)).isZero();
            assertThat(spans(index, 2)).isEqualTo(1);
        }
    }

    @Test
    void readsAFileAnew_thatIsAnotherOneNow() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build(), span(1, 2).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(2);

            file.delete();
            file.append(
                    span(3, 1).name("longer than before: " + "x".repeat(2_000)).build());

            assertThat(spans(index, 1)).isZero();
            assertThat(spans(index, 3)).isEqualTo(1);
        }
    }

    @Test
    void readsAFileAnew_thatBecameShorter() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).build(), span(1, 2).build());
        try (JournalIndex index = open()) {
            assertThat(spans(index, 1)).isEqualTo(2);

            file.delete();
            file.append(span(1, 1).build());

            assertThat(spans(index, 1)).isEqualTo(1);
        }
    }

    @Test
    void showsRunningAndInterruptedSpans() {
        long own = ProcessHandle.current().pid();
        JournalFile running = file("2026-11-21/shop-" + own + "-1.open.jsonl");
        running.append(span(1, 1)
                .open(SpanState.RUNNING)
                .with(AttributeNames.INPUT, "half a story")
                .build());
        file("2026-11-21/shop-999999999-1.open.jsonl")
                .append(span(2, 1).open(SpanState.RUNNING).build());
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThat(trace(index, 1).status()).isEqualTo(TraceStatus.RUNNING);
            assertThat(trace(index, 2).status()).isEqualTo(TraceStatus.INTERRUPTED);
            JournalSpan open = index.traces().spans(new TraceId(1, 1)).get(0);
            assertThat(open.attributes().get(AttributeNames.INPUT)).isEqualTo("half a story");
            assertThat(open.state()).isEqualTo(SpanState.RUNNING);

            running.delete();
            file("2026-11-21/shop-" + own + "-1.jsonl").append(span(1, 1).build());

            index.refresh(LONG, IndexProgress.NONE);
            assertThat(trace(index, 1).status()).isEqualTo(TraceStatus.OK);
            assertThat(trace(index, 1).spans()).isEqualTo(1);
        }
    }

    @Test
    void readsSeveralJournals_asOne(@TempDir Path other) {
        file("2026-11-21/shop-1-1.jsonl").append(span(1, 1).build());
        new JournalFile(other.resolve("exported.json"))
                .append(span(1, 2).parent(1).service("press").build());
        List<Path> places = List.of(traces, other.resolve("exported.json"));
        try (JournalIndex index = JournalIndex.open(places, IndexDirectory.within(places), LONG)) {
            assertThat(spans(index, 1)).isEqualTo(2);
        }
    }

    @Test
    void outlinesWhatWasDeleted_sinceItWasRead() {
        JournalFile file = file("2026-11-21/shop-1-1.jsonl");
        file.append(span(1, 1).name("kept").with(AttributeNames.INPUT, "lost").build());
        try (JournalIndex index = open()) {
            index.refresh(LONG, IndexProgress.NONE);
            file.delete();

            JournalSpan span = index.traces().spans(new TraceId(1, 1)).get(0);

            assertThat(span.name()).isEqualTo("kept");
            assertThat(span.attributes().get(AttributeNames.INPUT)).isNull();
        }
    }
}
