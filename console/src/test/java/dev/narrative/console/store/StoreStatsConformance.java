package dev.narrative.console.store;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.JournalFile;
import dev.narrative.console.SpanBuilder;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** That sums of calls are exact, whatever came late, twice, or went again. */
public abstract class StoreStatsConformance extends StoreQueryConformance {
    private static final long HOUR = 3_600_000;
    private static final long NANOS = 1_000_000;

    @Test
    void sumsUpCalls_ofAnyPartOfTime() {
        // One call in each quarter of an hour, each of another length.
        for (int i = 0; i < 16; i++) {
            ingest(call(i + 1, i * HOUR / 4, 1 << i, "gpt-4o").build());
        }

        assertThat(calls(StatsBy.MODEL, "", 0, 4 * HOUR)).isEqualTo(16);
        assertThat(calls(StatsBy.MODEL, "", HOUR, 3 * HOUR)).isEqualTo(8);
        assertThat(calls(StatsBy.MODEL, "", HOUR / 4, 4 * HOUR - HOUR / 4)).isEqualTo(14);
        assertThat(calls(StatsBy.SERVICE, "", HOUR / 4, HOUR / 2)).isEqualTo(1);
        assertThat(calls(StatsBy.OPERATION, "", HOUR / 2, HOUR + HOUR / 2)).isEqualTo(4);
        assertThat(calls(StatsBy.SESSION, "", HOUR / 2, 3 * HOUR + 1)).isEqualTo(11);
        assertThat(calls(StatsBy.USER, "session=s1", HOUR / 2, 3 * HOUR + 1)).isEqualTo(6);
        assertThat(calls(StatsBy.MODEL, "duration>5s", 0, 4 * HOUR)).isEqualTo(3);
        assertThat(store.stats(query(StatsBy.HOUR, "model=gpt-4o", HOUR / 2, 2 * HOUR + HOUR / 2)))
                .extracting(StatsRow::calls)
                .containsExactly(2L, 4L, 2L);
        StatsRow early =
                store.stats(query(StatsBy.MODEL, "", 0, HOUR + HOUR / 4)).get(0);
        assertThat((double) early.p99()).isCloseTo(16e6, within(16e4));
        assertThat(early.inputTokens()).isEqualTo(50);
    }

    @Test
    void tellsModelsAndFirstToken_ofEachTrace() {
        ingest(
                span(1, 1).call("small", 1, 1, 0.1).at(0, 10).build(),
                span(1, 2)
                        .call("gpt-4o", 1, 1, 0.1)
                        .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.025)
                        .at(0, 50)
                        .build(),
                span(1, 3).call("gpt-4o", 1, 1, 0.1).at(50, 60).build(),
                span(2, 1).at(0, 5).build());
        TraceId calling = new TraceId(1, 1);
        Map<TraceId, TraceCalls> calls = store.calls(List.of(calling, new TraceId(2, 2), new TraceId(9, 9)));
        assertThat(calls).containsOnlyKeys(calling);
        TraceCalls told = Objects.requireNonNull(calls.get(calling));
        assertThat(told.models()).containsExactly("gpt-4o", "small");
        assertThat(told.firstToken()).isNotNull().satisfies(nanos -> assertThat((double) nanos)
                .isCloseTo(25e6, Percentage.withPercentage(1.1)));
        assertThat(store.calls(List.of())).isEmpty();
    }

    @Test
    void sumsUpACall_whenItHasEnded() {
        JournalSpan open = call(1, 0, 10, "gpt-4o").open(SpanState.RUNNING).build();
        store.replaceOpen("a.open.jsonl", List.of(open));
        assertThat(store.stats(StatsQuery.by(StatsBy.MODEL))).isEmpty();

        ingest(call(1, 0, 10, "gpt-4o").build());
        store.replaceOpen("a.open.jsonl", List.of());

        assertThat(calls(StatsBy.MODEL, "", 0, HOUR)).isEqualTo(1);
        assertThat(calls(StatsBy.SESSION, "", 0, HOUR)).isEqualTo(1);
    }

    @Test
    void sumsUpBySession_afterATraceHasMovedToAnother() {
        ingest(span(1, 11)
                .parent(10)
                .at(10, 20)
                .session("late")
                .call("gpt-4o", 10, 1, 0.5)
                .build());
        ingest(span(1, 10)
                .at(0, 30)
                .session("early")
                .call("gpt-4o", 10, 1, 0.25)
                .build());

        List<StatsRow> rows = store.stats(StatsQuery.by(StatsBy.SESSION));

        assertThat(rows).extracting(StatsRow::key).containsExactly("early");
        assertThat(rows.get(0).calls()).isEqualTo(2);
        assertThat(rows.get(0).cost()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void sumsUpWhatIsLeft_whenAFileIsForgotten() {
        Random random = new Random(4_711);
        JournalFile other = new JournalFile(directory.resolve("other-2-1.jsonl"));
        List<JournalSpan> kept = new ArrayList<>();
        List<JournalSpan> gone = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            JournalSpan call = span(1 + i % 7, i)
                    .at(random.nextInt(3 * (int) HOUR), 3 * HOUR + i)
                    .session("s" + i % 7 % 3)
                    .call("model-" + i % 4, i, 1, i * 0.001)
                    .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, i * 0.01)
                    .build();
            (random.nextBoolean() ? kept : gone).add(call);
        }
        ingest(kept.toArray(new JournalSpan[0]));
        List<List<StatsRow>> expected = everything();
        store.ingest(new SpanBatch(
                other.append(gone.toArray(new JournalSpan[0])),
                List.of(new FileProgress(other.path().toString(), 10, 0, 0)),
                List.of()));
        assertThat(everything()).isNotEqualTo(expected);

        store.forget(other.path().toString());

        List<List<StatsRow>> left = everything();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(left.get(i))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("cost")
                    .containsExactlyElementsOf(expected.get(i));
            for (int row = 0; row < left.get(i).size(); row++) {
                assertThat(left.get(i).get(row).cost())
                        .isCloseTo(expected.get(i).get(row).cost(), within(1e-9));
            }
        }
        store.forget(journal.path().toString());
        assertThat(everything()).allMatch(List::isEmpty);
    }

    @Test
    void findsACommonWord_latestFirstAndPageByPage() {
        List<JournalSpan> spans = new ArrayList<>();
        for (int trace = 1; trace <= 30; trace++) {
            for (int i = 1; i <= 100; i++) {
                boolean with = trace % 3 != 0;
                spans.add(span(trace, i)
                        .parent(i == 1 ? 0 : 1)
                        .at(31 - trace, 40)
                        .session(trace % 2 == 0 ? "even" : "odd")
                        .with(AttributeNames.INPUT, with ? "the ferry crosses" : "the bridge holds")
                        .build());
            }
        }
        ingest(spans.toArray(new JournalSpan[0]));

        List<Long> expected = new ArrayList<>();
        for (long trace = 1; trace <= 30; trace++) {
            if (trace % 3 != 0) {
                expected.add(trace);
            }
        }
        assertThat(pages("ferry", "", 4)).isEqualTo(expected);
        assertThat(pages("ferry crosses", "session=even", 4))
                .isEqualTo(expected.stream().filter(trace -> trace % 2 == 0).toList());
        assertThat(pages("ferry holds", "", 4)).isEmpty();
        assertThat(pages("the", "", 7)).hasSize(30);
        assertThat(pages("span", "", 7)).hasSize(30);
    }

    private List<Long> pages(String words, String where, int limit) {
        List<Long> seen = new ArrayList<>();
        TraceQuery query = TraceQuery.of(Where.parse(where), limit).withText(words);
        TracePage page = store.traces(query);
        page.traces().forEach(trace -> seen.add(trace.id().low()));
        while (page.next() != null) {
            page = store.traces(query.after(page.next()));
            page.traces().forEach(trace -> seen.add(trace.id().low()));
        }
        return seen;
    }

    private List<List<StatsRow>> everything() {
        List<List<StatsRow>> all = new ArrayList<>();
        for (StatsBy by : StatsBy.values()) {
            all.add(byKey(store.stats(StatsQuery.by(by))));
            all.add(byKey(store.stats(query(by, "session=s1", HOUR / 3, 2 * HOUR + 7))));
        }
        return all;
    }

    private static List<StatsRow> byKey(List<StatsRow> rows) {
        return rows.stream().sorted(Comparator.comparing(StatsRow::key)).toList();
    }

    /** Calls in all groups, times in milliseconds after the epoch of tests. */
    private long calls(StatsBy by, String where, long since, long until) {
        return store.stats(query(by, where, since, until)).stream()
                .mapToLong(StatsRow::calls)
                .sum();
    }

    private static StatsQuery query(StatsBy by, String where, long since, long until) {
        return new StatsQuery(by, Where.parse(where), EPOCH + since * NANOS, EPOCH + until * NANOS);
    }

    private static SpanBuilder call(long id, long from, long length, String model) {
        return span(id, id).at(from, from + length).session("s" + id % 2).call(model, 10, 1, 0.01);
    }
}
