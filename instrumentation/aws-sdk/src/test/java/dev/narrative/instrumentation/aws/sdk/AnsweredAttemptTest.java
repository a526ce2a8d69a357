package dev.narrative.instrumentation.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AnsweredAttemptTest {
    private final FakeTap tap = new FakeTap();
    private final AnsweredAttempt attempt = new AnsweredAttempt(tap);

    @Test
    void tellsAtOnce_whenTheBodyIsComplete() {
        attempt.bytes("text".getBytes(StandardCharsets.UTF_8), 1, 2);
        attempt.complete();

        assertThat(tap.seen()).isEqualTo("ex");
        assertThat(tap.ends()).containsExactly("complete");
    }

    @Test
    void tellsOfAFailure_whenNoOtherAttemptFollows() {
        attempt.fail(new IOException("reset"));
        attempt.cancel();
        assertThat(tap.ends()).isEmpty();

        attempt.release();
        assertThat(tap.ends()).containsExactly("fail reset");
    }

    @Test
    void tellsOfAFailureAtOnce_whenTheCallIsOver() {
        attempt.release();
        attempt.fail(new IOException("reset"));

        assertThat(tap.ends()).containsExactly("fail reset");
    }
}
