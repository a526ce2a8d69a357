package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.narrative.model.SpanData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSpansTest {
    private final ModelSpans selection = new ModelSpans();
    private final List<Chosen> chosen = new ArrayList<>();
    private long now = 1;

    @Test
    void modelSpan_goesAtOnce_andWhatIsAboveItWhenItEnds() {
        offer(TestSpan.child(3, 2).type("generation"));
        assertThat(ids()).containsExactly(3L);

        offer(TestSpan.child(2, 1), TestSpan.root(1));
        assertThat(ids()).containsExactly(3L, 2L, 1L);
        assertThat(chosen).filteredOn(one -> one.span().parentSpanId() != 0).allMatch(Chosen::parentIsThere);
        assertThat(selection.takeLeftOut()).isZero();
    }

    @Test
    void whatIsAboveAModelSpan_goesAlso_whenItHasEndedBefore() {
        offer(TestSpan.child(2, 1), TestSpan.root(1));
        assertThat(chosen).isEmpty();

        offer(TestSpan.child(3, 2).type("embedding"));
        assertThat(ids()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void plumbing_isLeftOut_whenItsTraceIsOver() {
        offer(TestSpan.child(2, 1), TestSpan.child(3, 1).type("generation"), TestSpan.root(1));
        selection.settle(chosen::add);

        assertThat(ids()).containsExactly(3L, 1L);
        assertThat(selection.takeLeftOut()).isEqualTo(1);
        assertThat(selection.takeLeftOut()).isZero();
    }

    @Test
    void namedMethod_goesAlone_andIsMarkedWhereItsParentDoesNotGo() {
        offer(TestSpan.child(3, 2).method(), TestSpan.child(2, 1).method(), TestSpan.root(1));
        assertThat(chosen).isEmpty();
        selection.settle(chosen::add);

        assertThat(chosen)
                .extracting(one -> one.span().spanId(), Chosen::parentIsThere)
                .containsExactly(tuple(3L, true), tuple(2L, false));
    }

    @Test
    void scoredSpan_isNamed() {
        offer(TestSpan.root(1).score("coherence", 0.5));
        selection.settle(chosen::add);

        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void trace_isSettled_whenItIsQuietAfterItsEnd() {
        offer(TestSpan.child(2, 1).method());
        after(ModelSpans.QUIET_NANOS * 5);
        assertThat(chosen).isEmpty();

        offer(TestSpan.root(1));
        after(ModelSpans.QUIET_NANOS * 2);
        assertThat(ids()).containsExactly(2L);
        assertThat(selection.takeLeftOut()).isEqualTo(1);
    }

    @Test
    void longTrace_isNotWaitedForForever() {
        offer(TestSpan.child(2, 1).method());
        after(ModelSpans.LONGEST_NANOS * 2);

        assertThat(ids()).containsExactly(2L);
    }

    @Test
    void modelSpan_thatComesAfterItsParentWasLeftOut_isMarked() {
        offer(TestSpan.child(2, 1));
        after(ModelSpans.LONGEST_NANOS - 1);
        offer(TestSpan.child(9, 1).type("generation"));
        after(2);
        offer(TestSpan.child(3, 2).type("generation"));

        assertThat(chosen)
                .extracting(one -> one.span().spanId(), Chosen::parentIsThere)
                .containsExactly(tuple(9L, true), tuple(3L, false));
    }

    @Test
    void noMoreAreHeld_thanMemoryAllows() {
        for (int i = 2; i < ModelSpans.MOST_HELD + 10; i++) {
            offer(TestSpan.child(i, 1));
        }
        assertThat(selection.takeLeftOut()).isGreaterThan(ModelSpans.MOST_HELD);
    }

    private void offer(SpanData... spans) {
        selection.offer(List.of(spans), now, chosen::add);
    }

    private void after(long nanos) {
        now += nanos;
        selection.tick(now, chosen::add);
    }

    private List<Long> ids() {
        return chosen.stream().map(one -> one.span().spanId()).toList();
    }
}
