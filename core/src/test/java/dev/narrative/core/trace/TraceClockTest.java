package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TraceClockTest {
    @Test
    void offset_leadsToTheWallClock() {
        TraceClock.follow();

        long nanos = System.nanoTime() + TraceClock.offset();

        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos))
                .isCloseTo(Instant.now().toEpochMilli(), within(TimeUnit.SECONDS.toMillis(2)));
    }

    @Test
    void follow_movesByTheWallClockOnly() {
        TraceClock.follow();
        long before = TraceClock.offset();

        for (int i = 0; i < 1_000; i++) {
            TraceClock.follow();
        }

        assertThat(TraceClock.offset()).isCloseTo(before, within(TimeUnit.SECONDS.toNanos(2)));
    }

    @Test
    void spanIds_areNeitherZeroNorTwice() {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(SpanIds.next());
        }

        assertThat(ids).hasSize(100_000).doesNotContain(0L);
    }
}
