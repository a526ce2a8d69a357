package dev.narrative.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final double MIDDLE = 0.5;

    private final Outage outage = new Outage(new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60)));

    @Test
    void waitsTwiceAsLongEachTime_upToTheLongest() {
        long[] seconds = new long[9];
        for (int i = 0; i < seconds.length; i++) {
            outage.failed(Reply.Later.UNTOLD, MIDDLE, 0);
            seconds[i] = TimeUnit.NANOSECONDS.toSeconds(outage.waitNanos(0));
        }

        assertThat(seconds).containsExactly(1, 2, 4, 8, 16, 32, 60, 60, 60);
    }

    @Test
    void spreadsTheWait() {
        RetryPolicy policy = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60));

        assertThat(policy.pauseMillis(1, 0)).isEqualTo(800);
        assertThat(policy.pauseMillis(1, 1)).isEqualTo(1_200);
        assertThat(policy.pauseMillis(1_000, MIDDLE)).isEqualTo(60_000);
    }

    @Test
    void waitsAsLongAsItIsAskedTo_butNotForEver() {
        outage.failed(TimeUnit.MINUTES.toMillis(5), MIDDLE, 0);
        assertThat(outage.waitNanos(0)).isEqualTo(TimeUnit.MINUTES.toNanos(5));

        outage.failed(TimeUnit.DAYS.toMillis(9), MIDDLE, 0);
        assertThat(outage.waitNanos(0)).isEqualTo(TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void neverWaitsForThePast() {
        outage.failed(0, MIDDLE, 0);

        assertThat(outage.waitNanos(TimeUnit.DAYS.toNanos(1))).isZero();
    }

    @Test
    void anAnswerToAProbe_isNotTheEndOfIt() {
        outage.unanswered(MIDDLE, 0);
        assertThat(outage.isWary()).isTrue();

        outage.answered(5);
        assertThat(outage.isDown()).isTrue();
        assertThat(outage.isWary()).isFalse();
        assertThat(outage.waitNanos(5)).isZero();

        outage.over();
        assertThat(outage.isDown()).isFalse();
    }
}
