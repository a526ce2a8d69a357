package dev.narrative.console.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

final class InFlightBytesTest {
    private final InFlightBytes memory = new InFlightBytes(100);

    @Test
    void tellsToTryAgain_whileOthersTakeIt_andToSendLess_whenItNeverFits() {
        try (InFlightBytes.Share one = memory.share();
                InFlightBytes.Share two = memory.share()) {
            one.more(60);
            Problem crowded = catchThrowableOfType(Problem.class, () -> two.more(50));
            assertThat(crowded.status()).isEqualTo(429);
            assertThat(crowded.retryAfterSeconds()).isPositive();
            two.more(40);
            Problem tooLarge = catchThrowableOfType(Problem.class, () -> one.more(41));
            assertThat(tooLarge.status()).isEqualTo(413);
            assertThat(memory.held()).isEqualTo(100);
        }
        assertThat(memory.held()).isZero();
    }

    @Test
    void givesBack_whatIsNeededNoMore() {
        try (InFlightBytes.Share share = memory.share()) {
            share.more(30);
            share.more(60);
            share.less(30);
            assertThat(memory.held()).isEqualTo(60);
        }
        assertThat(memory.held()).isZero();
    }
}
