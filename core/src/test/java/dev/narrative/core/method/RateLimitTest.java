package dev.narrative.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7_000_000_000_000L, -7_000_000_000_000L, Long.MAX_VALUE / 2, Long.MIN_VALUE / 2})
    void admitsSoManyInASecond_andAsManyInTheNext(long secondsStart) {
        long start = secondsStart - Math.floorMod(secondsStart, SECOND) + SECOND / 4;
        RateLimit limit = new RateLimit(3);

        assertThat(admitted(limit, start, 10)).isEqualTo(3);
        assertThat(admitted(limit, start + SECOND / 2, 10)).isZero();
        assertThat(admitted(limit, start + SECOND, 10)).isEqualTo(3);
        assertThat(admitted(limit, start + 100 * SECOND, 2)).isEqualTo(2);
    }

    @Test
    void hugeLimits_admitAll() {
        assertThat(admitted(new RateLimit(Integer.MAX_VALUE), SECOND, 100_000)).isEqualTo(100_000);
    }

    @Test
    void limit_holdsOverThreads() throws Exception {
        RateLimit limit = new RateLimit(1_000);
        AtomicInteger admitted = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread caller = new Thread(() -> admitted.addAndGet(admitted(limit, SECOND, 1_000)));
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            Deadline.join(caller);
        }

        assertThat(admitted).hasValue(1_000);
    }

    private static int admitted(RateLimit limit, long nanoTime, int calls) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            if (limit.admits(nanoTime)) {
                admitted++;
            }
        }
        return admitted;
    }
}
