package dev.narrative.console.store;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every store answers questions. */
public abstract class StoreQueryConformance extends StoreFixture {
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
    protected void tellsWhatChanged() {
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
    void findsTheSpansThatCarryScores() {
        JournalSpan scored = span(1, 13)
                .parent(10)
                .name("score coherence")
                .with(ScoreEvents.of(Score.numeric("coherence", 0.8), CHAT.startEpochNanos()))
                .build();
        ingest(ROOT, CHAT, scored);

        assertThat(store.scored(new TraceId(1, 1))).singleElement().satisfies(span -> assertThat(
                        ScoreEvents.read(span.events().get(0)))
                .isEqualTo(Score.numeric("coherence", 0.8)));
        assertThat(store.scored(new TraceId(2, 2))).isEmpty();
    }
}
