package dev.narrative.console.store;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.TraceStatus;
import dev.narrative.console.query.Where;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does; a store's test inherits it. */
public abstract class StoreConformance {
    private static final JournalSpan ROOT = span(1, 10)
            .name("narrate scene")
            .at(0, 100)
            .session("chap-12")
            .with(AttributeNames.STORY_ID, "river")
            .with(AttributeNames.USER_ID, "ada")
            .build();
    private static final JournalSpan CHAT = span(1, 11)
            .parent(10)
            .name("chat gpt-4o")
            .at(10, 60)
            .session("chap-12")
            .call("gpt-4o", 1_900, 310, 0.009)
            .with(AttributeNames.INPUT, "Tell of the river and its ferryman")
            .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.02)
            .build();
    private static final JournalSpan WRITE = span(1, 12)
            .parent(10)
            .name("write")
            .at(60, 90)
            .error("java.util.concurrent.TimeoutException", "no answer from the press")
            .build();

    private static final JournalSpan CHAT_WITHOUT_PRICE = span(3, 1)
            .at(0, 1)
            .with(AttributeNames.GEN_AI_REQUEST_MODEL, "own")
            .with(AttributeNames.GEN_AI_OPERATION_NAME, "chat")
            .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.25)
            .error("rate_limit", "slow down")
            .tokens(5)
            .build();

    @TempDir
    Path directory;

    private TraceStore store;
    private JournalFile journal;
    private long position;

    /** A new, empty store. */
    protected abstract TraceStore open(Path directory);

    @BeforeEach
    void openStore() {
        store = open(directory);
        journal = new JournalFile(directory.resolve("shop-1-1.jsonl"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

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
    void listsTheLatestFirst_pageByPage() {
        for (int i = 1; i <= 7; i++) {
            ingest(span(i, 1).at(i == 4 ? 3 : i, 10).build());
        }

        List<Long> seen = new ArrayList<>();
        TraceQuery query = TraceQuery.latest(3);
        TracePage page = store.traces(query);
        page.traces().forEach(trace -> seen.add(trace.id().low()));
        while (page.next() != null) {
            page = store.traces(query.after(page.next()));
            page.traces().forEach(trace -> seen.add(trace.id().low()));
        }

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void filtersTraces() {
        ingest(ROOT, CHAT, WRITE);
        ingest(span(2, 20)
                .name("index beats")
                .at(1_000, 4_000)
                .service("analyst")
                .session("chap%12")
                .build());
        ingest(span(3, 30)
                .name("narrate_scene")
                .at(2_000, 2_010)
                .call("claude-opus-4", 10, 5, 0.5)
                .build());

        assertThat(ids("session=chap-12")).containsExactly(1L);
        assertThat(ids("session=chap*12")).containsExactly(2L, 1L);
        assertThat(ids("session=chap%12")).containsExactly(2L);
        assertThat(ids("session!=chap-12")).containsExactly(3L, 2L);
        assertThat(ids("story=river")).containsExactly(1L);
        assertThat(ids("user=ada")).containsExactly(1L);
        assertThat(ids("model=gpt-4o")).containsExactly(1L);
        assertThat(ids("model=claude-*")).containsExactly(3L);
        assertThat(ids("model!=gpt-4o")).containsExactly(3L, 2L);
        assertThat(ids("name~NARRATE")).containsExactly(3L, 1L);
        assertThat(ids("name~narrate_")).containsExactly(3L);
        assertThat(ids("service=analyst")).containsExactly(2L);
        assertThat(ids("status=error")).containsExactly(1L);
        assertThat(ids("status=ok")).containsExactly(3L, 2L);
        assertThat(ids("duration>=1s")).containsExactly(2L);
        assertThat(ids("cost>0.01")).containsExactly(3L);
        assertThat(ids("cost=0")).containsExactly(2L);
        assertThat(ids("tokens>1000 spans=3 errors!=0")).containsExactly(1L);
        TraceQuery early = new TraceQuery(List.of(), null, EPOCH + 1, EPOCH + 2_000_000_000L, 10, null);
        assertThat(store.traces(early).traces())
                .extracting(trace -> trace.id().low())
                .containsExactly(2L);
    }

    @Test
    void findsWords_inNamesErrorsInputsAndOutputs() {
        ingest(ROOT, CHAT, WRITE);
        ingest(span(2, 20).with(AttributeNames.OUTPUT, "the ferry sank").build());

        assertThat(text("narrate")).containsExactly(1L);
        assertThat(text("ferryman river")).containsExactly(1L);
        assertThat(text("ferr*")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(text("\"answer from\"")).containsExactly(1L);
        assertThat(text("TimeoutException")).containsExactly(1L);
        assertThat(text("\"from answer\"")).isEmpty();
        assertThat(text("river sank")).isEmpty();
    }

    @Test
    void takesSearchSyntaxAndSqlAsText() {
        ingest(span(1, 10).name("a OR b").session("x' OR '1'='1").build());
        ingest(span(2, 20).name("b").session("other").build());

        assertThat(text("a OR")).containsExactly(1L);
        assertThat(text("name:b")).isEmpty();
        for (String hostile :
                List.of("\"", "a\"b", "NEAR(a b)", "^b", "b -a", "{a}:b", "a AND", "(", "b)", "*b", "é\0b")) {
            try {
                text(hostile);
            } catch (IllegalArgumentException noWords) {
                assertThat(noWords).hasMessageContaining("no word");
            }
        }
        assertThat(ids("session=\"x' OR '1'='1\"")).containsExactly(1L);
        assertThat(ids("session=\"'; DROP TABLE traces; --\"")).isEmpty();
        assertThatThrownBy(() -> text("--")).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.traces(TraceQuery.latest(10)).traces()).hasSize(2);
    }

    @Test
    void sumsUpSessions() {
        ingest(ROOT, CHAT, WRITE);
        ingest(span(2, 20)
                .at(500, 600)
                .session("chap-12")
                .call("gpt-4o", 100, 10, 0.001)
                .build());
        ingest(span(3, 30).at(5_000, 6_000).session("chap-13").build());

        assertThat(store.sessions(SessionQuery.latest(10)).sessions())
                .extracting(SessionSummary::id)
                .containsExactly("chap-13", "chap-12");
        SessionSummary session = store.session("chap-12").orElseThrow();
        assertThat(session.traces()).isEqualTo(2);
        assertThat(session.spans()).isEqualTo(4);
        assertThat(session.errors()).isEqualTo(1);
        assertThat(session.inputTokens()).isEqualTo(2_000);
        assertThat(session.cost()).isCloseTo(0.01, within(1e-9));
        assertThat(session.user()).isEqualTo("ada");
        assertThat(session.endNanos() - session.startNanos()).isEqualTo(600_000_000);
        SessionPage first = store.sessions(SessionQuery.latest(1));
        assertThat(store.sessions(SessionQuery.latest(1).after(first.next())).sessions())
                .extracting(SessionSummary::id)
                .containsExactly("chap-12");
        assertThat(store.session("chap")).isEmpty();
    }

    @Test
    void movesATraceToTheSession_thatAnEarlierSpanTells() {
        ingest(span(1, 11).parent(10).at(10, 20).session("late").build());
        ingest(span(1, 10).at(0, 30).session("early").build());

        assertThat(store.sessions(SessionQuery.latest(10)).sessions())
                .extracting(SessionSummary::id)
                .containsExactly("early");
    }

    @Test
    void sumsUpCalls_withPercentilesWithinOnePercent() {
        List<JournalSpan> calls = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            calls.add(span(1, i).at(0, i * 10L).call("gpt-4o", 10, 1, 0.5).build());
        }
        calls.add(span(2, 1)
                .at(4_000_000, 4_000_001)
                .session("s")
                .call("gpt-4o-mini", 10, 1, 0.25)
                .build());
        calls.add(CHAT_WITHOUT_PRICE);
        ingest(calls.toArray(new JournalSpan[0]));

        List<StatsRow> byModel = store.stats(StatsQuery.by(StatsBy.MODEL));
        assertThat(byModel).extracting(StatsRow::key).containsExactly("gpt-4o", "gpt-4o-mini", "own");
        StatsRow row = byModel.get(0);
        assertThat(row.calls()).isEqualTo(100);
        assertThat(row.inputTokens()).isEqualTo(1_000);
        assertThat(row.cost()).isCloseTo(50, within(1e-9));
        assertThat((double) row.p50()).isCloseTo(500e6, within(5e6));
        assertThat((double) row.p95()).isCloseTo(950e6, within(9.5e6));
        assertThat((double) row.p99()).isCloseTo(990e6, within(9.9e6));
        assertThat(row.firstToken()).isNull();
        assertThat(byModel.get(2).unpriced()).isEqualTo(1);
        assertThat(byModel.get(2).cost()).isNull();
        assertThat(byModel.get(2).errors()).isEqualTo(1);
        assertThat(byModel.get(2).firstToken()).isCloseTo(250_000_000L, within(2_500_000L));
        assertThat(store.stats(StatsQuery.by(StatsBy.HOUR)))
                .extracting(StatsRow::key)
                .containsExactly("2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z");
        assertThat(store.stats(StatsQuery.by(StatsBy.OPERATION))).hasSize(1);
        assertThat(store.stats(StatsQuery.by(StatsBy.SESSION)))
                .extracting(StatsRow::key)
                .containsExactly("", "s");
        assertThat(store.stats(
                        new StatsQuery(StatsBy.SERVICE, Where.parse("model=gpt-4o-mini session=s"), 0, Long.MAX_VALUE)))
                .extracting(StatsRow::calls)
                .containsExactly(1L);
    }

    @Test
    void givesSpansBack_inOutlineAndWhole() {
        ingest(ROOT, CHAT, WRITE);

        assertThat(store.outline(new TraceId(1, 1)))
                .extracting(JournalSpan::name)
                .containsExactly("narrate scene", "chat gpt-4o", "write");
        JournalSpan outline = store.outline(new TraceId(1, 1)).get(1);
        assertThat(outline.parentSpanId()).isEqualTo(10);
        assertThat(outline.attributes().get(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS))
                .isEqualTo(310L);
        JournalSpan whole = store.spans(new TraceId(1, 1)).get(1);
        assertThat(whole.attributes().get(AttributeNames.INPUT)).isEqualTo("Tell of the river and its ferryman");
        assertThat(store.span(SpanKey.of(WRITE)).orElseThrow().statusMessage()).isEqualTo("no answer from the press");
        assertThat(store.span(new SpanKey(1, 1, 99))).isEmpty();
        assertThat(store.spans(new TraceId(9, 9))).isEmpty();
    }

    @Test
    void findsTraces_byTheBeginningOfTheirIds() {
        JournalSpan high = span(0xf123_0000_0000_0000L, 5).build();
        ingest(span(1, 1).build(), span(2, 1).build(), high);

        assertThat(store.startingWith("f1", 5)).containsExactly(TraceId.of(high));
        assertThat(store.startingWith("0000000000000001", 5)).containsExactly(new TraceId(1, 1));
        assertThat(store.startingWith("00000000000000010000000000000001", 5)).hasSize(1);
        assertThat(store.startingWith("0", 5)).containsExactly(new TraceId(1, 1), new TraceId(2, 2));
        assertThat(store.startingWith("0", 1)).hasSize(1);
        assertThat(store.startingWith("e", 5)).isEmpty();
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
    void tellsWhatChanged() {
        ingest(ROOT);
        long before = store.lastChange();
        ingest(span(2, 20).build());
        ingest(CHAT);

        assertThat(store.changedAfter(before))
                .extracting(trace -> trace.id().low())
                .containsExactly(2L, 1L);
        assertThat(store.changedAfter(store.lastChange())).isEmpty();
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

    private void ingest(JournalSpan... spans) {
        List<LocatedSpan> located = journal.append(spans);
        position++;
        FileProgress progress = new FileProgress(journal.path().toString(), position, 0, 0);
        store.ingest(new SpanBatch(located, List.of(progress), List.of()));
    }

    private static JournalSpan open(long trace, long span) {
        return span(trace, span).open(SpanState.RUNNING).build();
    }

    private List<Long> ids(String where) {
        return store.traces(TraceQuery.of(Where.parse(where), 10)).traces().stream()
                .map(trace -> trace.id().low())
                .toList();
    }

    private List<Long> text(String words) {
        return store.traces(TraceQuery.latest(10).withText(words)).traces().stream()
                .map(trace -> trace.id().low())
                .toList();
    }
}
