package dev.narrative.console.store;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceStatus;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store does; a store's test inherits it, and with it what is asked of it. */
public abstract class StoreConformance extends StoreStatsConformance {
    @Test
    void sumsUpATrace() {
        ingest(ROOT, CHAT, WRITE);

        TraceSummary trace = store.trace(new TraceId(1, 1)).orElseThrow();
        assertThat(trace)
                .isEqualTo(new TraceSummary(
                        new TraceId(1, 1),
                        "narrate scene",
                        "studio",
                        EPOCH,
                        EPOCH + 100_000_000,
                        3,
                        1,
                        0,
                        0,
                        1_900,
                        310,
                        0.009,
                        "chap-12",
                        "river",
                        "ada"));
        assertThat(trace.status()).isEqualTo(TraceStatus.ERROR);
    }

    @Test
    void sumsUpTheSame_inWhateverOrderAndBatchesSpansCome() {
        List<JournalSpan> spans = new ArrayList<>(List.of(ROOT, CHAT, WRITE));
        for (int i = 0; i < 40; i++) {
            spans.add(span(1, 100 + i)
                    .parent(10)
                    .at(i, i + 200)
                    .session(i == 39 ? "late" : "chap-12")
                    .call("gpt-4o", i, 1, 0.001)
                    .build());
        }
        ingest(spans.toArray(new JournalSpan[0]));
        TraceSummary expected = store.trace(new TraceId(1, 1)).orElseThrow();

        for (int seed = 0; seed < 5; seed++) {
            store.clear();
            Random random = new Random(seed);
            Collections.shuffle(spans, random);
            for (int from = 0; from < spans.size(); ) {
                int to = Math.min(spans.size(), from + 1 + random.nextInt(9));
                ingest(spans.subList(from, to).toArray(new JournalSpan[0]));
                from = to;
            }
            TraceSummary actual = store.trace(new TraceId(1, 1)).orElseThrow();
            assertThat(actual.cost()).isCloseTo(expected.cost(), within(1e-9));
            assertThat(actual).usingRecursiveComparison().ignoringFields("cost").isEqualTo(expected);
        }
    }

    @Test
    void countsASpanOnce_whenItComesTwice() {
        ingest(ROOT, CHAT, CHAT);
        ingest(CHAT);

        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().spans()).isEqualTo(2);
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().inputTokens()).isEqualTo(1_900);
        assertThat(store.stats(StatsQuery.by(StatsBy.MODEL)).get(0).calls()).isEqualTo(1);
    }

    @Test
    void namesATraceByItsEarliestSpan_untilItsRootComes() {
        ingest(CHAT);
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().name()).isEqualTo("chat gpt-4o");

        ingest(ROOT);
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().name()).isEqualTo("narrate scene");
    }

    @Test
    void keepsOpenSpans_untilTheyEnd() {
        JournalSpan open = span(1, 10)
                .name("narrate scene")
                .open(SpanState.RUNNING)
                .session("chap-12")
                .build();
        store.replaceOpen("a.open.jsonl", List.of(open));
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().status()).isEqualTo(TraceStatus.RUNNING);
        assertThat(store.session("chap-12").orElseThrow().running()).isEqualTo(1);

        ingest(ROOT);
        TraceSummary ended = store.trace(new TraceId(1, 1)).orElseThrow();
        assertThat(ended.status()).isEqualTo(TraceStatus.OK);
        assertThat(ended.spans()).isEqualTo(1);
        assertThat(ended.durationNanos()).isEqualTo(100_000_000);
        store.replaceOpen("a.open.jsonl", List.of(open));
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().running()).isZero();
        assertThat(store.session("chap-12").orElseThrow().running()).isZero();
    }

    @Test
    void forgetsOpenSpans_thatNeverEnd() {
        ingest(CHAT);
        store.replaceOpen(
                "a.open.jsonl", List.of(span(1, 10).open(SpanState.RUNNING).build(), open(2, 20)));
        assertThat(store.trace(new TraceId(1, 1)).orElseThrow().spans()).isEqualTo(2);

        store.replaceOpen("a.open.jsonl", List.of());

        TraceSummary left = store.trace(new TraceId(1, 1)).orElseThrow();
        assertThat(left.spans()).isEqualTo(1);
        assertThat(left.running()).isZero();
        assertThat(left.name()).isEqualTo("chat gpt-4o");
        assertThat(left.inputTokens()).isEqualTo(1_900);
        assertThat(store.trace(new TraceId(2, 2))).isEmpty();
        assertThat(store.snapshots()).isEmpty();
    }

    @Test
    void tellsInterruptedFromRunning() {
        store.replaceOpen("a.open.jsonl", List.of(open(2, 20)));
        assertThat(ids("status=running")).containsExactly(2L);

        store.replaceOpen(
                "a.open.jsonl", List.of(span(2, 20).open(SpanState.INTERRUPTED).build()));

        assertThat(ids("status=interrupted")).containsExactly(2L);
        assertThat(ids("status=running")).isEmpty();
    }

    @Test
    void forgetsAFile_withItsSpans() {
        ingest(ROOT, CHAT);
        JournalFile other = new JournalFile(directory.resolve("other-2-1.jsonl"));
        store.ingest(new SpanBatch(
                other.append(WRITE, span(2, 20).session("chap-12").build()),
                List.of(new FileProgress(other.path().toString(), 10, 0, 0)),
                List.of(new LineProblem(other.path().toString(), 3, "torn"))));
        assertThat(store.session("chap-12").orElseThrow().traces()).isEqualTo(2);

        store.forget(other.path().toString());

        TraceSummary left = store.trace(new TraceId(1, 1)).orElseThrow();
        assertThat(left.spans()).isEqualTo(2);
        assertThat(left.errors()).isZero();
        assertThat(left.inputTokens()).isEqualTo(1_900);
        assertThat(store.trace(new TraceId(2, 2))).isEmpty();
        assertThat(store.session("chap-12").orElseThrow().traces()).isEqualTo(1);
        assertThat(text("press")).isEmpty();
        assertThat(store.problems()).isEmpty();
        assertThat(store.progress())
                .extracting(FileProgress::file)
                .containsExactly(journal.path().toString());
    }

    @Test
    void remembersProgressAndProblems() {
        FileProgress progress = new FileProgress("/a.jsonl", 4_711, 1_024, 99);
        store.ingest(new SpanBatch(List.of(), List.of(progress), List.of(new LineProblem("/a.jsonl", 7, "torn"))));

        assertThat(store.progress()).containsExactly(progress);
        assertThat(store.problems()).containsExactly(new LineProblem("/a.jsonl", 7, "torn"));
        store.clear();
        assertThat(store.progress()).isEmpty();
    }

    @Test
    void bearsStrangeSpans() {
        String huge = "n".repeat(1_000_000);
        JournalSpan backwards = span(1, 1).at(100, 50).name(huge).build();
        JournalSpan own = span(1, 2).parent(2).build();
        JournalSpan circle = span(1, 3).parent(4).name("\ud800 lone").build();
        JournalSpan back = span(1, 4).parent(3).name("").session("").build();
        ingest(backwards, own, circle, back);

        TraceSummary trace = store.trace(new TraceId(1, 1)).orElseThrow();
        assertThat(trace.spans()).isEqualTo(4);
        assertThat(trace.durationNanos()).isNotNegative();
        assertThat(trace.session()).isNull();
        assertThat(store.outline(new TraceId(1, 1)))
                .hasSize(4)
                .allMatch(span -> span.name().length() <= 1_000);
        assertThat(store.spans(new TraceId(1, 1))).anyMatch(span -> span.name().length() == 1_000_000);
    }

    @Test
    void isWhole() {
        ingest(ROOT, CHAT, WRITE);

        assertThat(store.check()).isEmpty();
    }
}
