package dev.narrative.console.analysis;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelfTimesTest {
    private static final long MILLIS = 1_000_000;

    private final List<JournalSpan> trace = List.of(
            span(1, 1).name("request").at(0, 100).build(),
            span(1, 2).parent(1).name("look up").service("search").at(10, 40).build(),
            span(1, 3).parent(1).name("look up").service("search").at(20, 50).build(),
            span(1, 4).parent(1).name("write").at(60, 130).error("E", "e").build());

    @Test
    void self_isWhatNoChildWasAtWork() {
        SelfTimes times = new SelfTimes(SelfTimes.By.OPERATION);
        times.add(trace);

        assertThat(times.rows())
                .extracting(SelfTimes.Row::operation, row -> row.self() / MILLIS, SelfTimes.Row::count)
                .containsExactly(tuple("write", 70L, 1L), tuple("look up", 60L, 2L), tuple("request", 20L, 1L));
        assertThat(times.rows().get(0).share()).isCloseTo(70 / 150.0, within(1e-9));
        assertThat(times.rows().get(0).errors()).isEqualTo(1);
        assertThat(times.rows().get(1).p50()).isBetween(29_000_000L, 31_000_000L);
        // Of the longest root's 100 ms.
        assertThat(times.rows().get(0).critical()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void childrenWithinOthers_countOnce() {
        SelfTimes times = new SelfTimes(SelfTimes.By.OPERATION);
        times.add(List.of(
                span(1, 1).name("request").at(0, 100).build(),
                span(1, 2).parent(1).name("long").at(10, 90).build(),
                span(1, 3).parent(1).name("short").at(20, 30).build(),
                span(1, 4).parent(1).name("late").at(150, 160).build()));

        assertThat(times.rows())
                .filteredOn(row -> row.operation().equals("request"))
                .singleElement()
                .extracting(row -> row.self() / MILLIS)
                .isEqualTo(20L);
    }

    @Test
    void services_areSummedUp() {
        SelfTimes times = new SelfTimes(SelfTimes.By.SERVICE);
        times.add(trace);
        times.add(trace);

        assertThat(times.rows())
                .extracting(SelfTimes.Row::service, SelfTimes.Row::operation, SelfTimes.Row::count)
                .containsExactly(tuple("studio", "", 4L), tuple("search", "", 4L));
    }

    @Test
    void openSpans_areLeftOut_andTheirParentsTimeIsTheirs() {
        SelfTimes times = new SelfTimes(SelfTimes.By.OPERATION);
        times.add(List.of(
                span(1, 1).name("request").at(0, 100).build(),
                span(1, 2)
                        .parent(1)
                        .name("open")
                        .at(30, 0)
                        .open(SpanState.RUNNING)
                        .build()));

        assertThat(times.rows()).extracting(SelfTimes.Row::operation).containsExactly("request");
        assertThat(times.rows().get(0).self()).isEqualTo(30 * MILLIS);
    }

    @Test
    void nothing_hasNoRows() {
        assertThat(new SelfTimes(SelfTimes.By.OPERATION).rows()).isEmpty();
    }

    @Test
    void slowPath_goesIntoTheChildThatTookLongest() {
        SlowPaths paths = new SlowPaths();
        paths.add(trace);
        paths.add(List.of(span(2, 1).name("request").at(0, 10).build()));

        assertThat(paths.rows())
                .extracting(SlowPaths.Row::path, SlowPaths.Row::count, row -> row.total() / MILLIS)
                .containsExactly(tuple("request > write", 1L, 100L), tuple("request", 1L, 10L));
        assertThat(paths.rows().get(0).slowest()).isEqualTo(new TraceId(1, 1));
        assertThat(paths.rows().get(0).leafSelf()).isEqualTo(70 * MILLIS);
    }

    @Test
    void aPathOfManyNames_isShortenedInItsMiddle() {
        List<JournalSpan> deep = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            deep.add(span(1, i).parent(i - 1).name("s" + i).at(0, 100).build());
        }
        SlowPaths paths = new SlowPaths();
        paths.add(deep);

        assertThat(paths.rows().get(0).path())
                .isEqualTo("s1 > s2 > s3 > (4992 more) > s4996 > s4997 > s4998 > s4999 > s5000");
    }
}
