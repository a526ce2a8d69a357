package dev.narrative.instrumentation.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class CountingTapTest {
    private final FakeTap tap = new FakeTap();
    private final CountingTap counting = new CountingTap(tap, 5);

    @Test
    void isComplete_whenAllBytesHavePassed() {
        counting.bytes(new byte[] {'a', 'b', 'c'}, 0, 3);
        assertThat(tap.ends()).isEmpty();

        counting.bytes(ByteBuffer.wrap(new byte[] {'d', 'e'}));
        assertThat(tap.seen()).isEqualTo("abcde");
        assertThat(tap.ends()).containsExactly("complete");
    }

    @Test
    void isCutOff_whenItIsClosedBefore() {
        counting.bytes(new byte[] {'a'}, 0, 1);
        counting.cancel();

        assertThat(tap.ends()).containsExactly("cancel");
    }
}
