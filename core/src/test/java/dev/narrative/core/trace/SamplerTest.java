package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    private static final int IDS = 100_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.25, 0.5, 0.9, 1})
    void ratio_keepsItsShareOfTraces(double ratio) {
        Sampler sampler = Sampler.of("traceidratio", ratio);
        int kept = 0;
        for (int i = 0; i < IDS; i++) {
            if (sampler.sampleRoot(SpanIds.next())) {
                kept++;
            }
        }

        assertThat((double) kept / IDS).isCloseTo(ratio, within(0.01));
    }

    @Test
    void ratio_decidesTheSameForTheSameTrace_andKeepsItAtAHigherRatio() {
        Sampler some = Sampler.of("parentbased_traceidratio", 0.2);
        Sampler more = Sampler.of("parentbased_traceidratio", 0.6);
        for (int i = 0; i < 1_000; i++) {
            long id = SpanIds.next();
            boolean kept = some.sampleRoot(id);
            assertThat(some.sampleRoot(id)).isEqualTo(kept);
            assertThat(kept && !more.sampleRoot(id)).isFalse();
        }
    }

    @Test
    void ratioOfAllAndNone_holdsForEveryId() {
        for (long id : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 56) - 1, 1L << 56}) {
            assertThat(Sampler.of("traceidratio", 1).sampleRoot(id)).isTrue();
            assertThat(Sampler.of("traceidratio", 0).sampleRoot(id)).isFalse();
            assertThat(Sampler.of("always_on", 0).sampleRoot(id)).isTrue();
            assertThat(Sampler.of("always_off", 1).sampleRoot(id)).isFalse();
        }
    }

    @Test
    void parentBased_followsTheParent() {
        Sampler off = Sampler.of("parentbased_always_off", 0);
        Sampler on = Sampler.of("parentbased_always_on", 1);

        assertThat(off.sampleChild(true, 7)).isTrue();
        assertThat(on.sampleChild(false, 7)).isFalse();
        assertThat(Sampler.ALL.sampleChild(false, 7)).isFalse();
        assertThat(Sampler.ALL.sampleRoot(7)).isTrue();
    }

    @Test
    void others_decideForThemselves() {
        assertThat(Sampler.of("always_on", 1).sampleChild(false, 7)).isTrue();
        assertThat(Sampler.of("always_off", 1).sampleChild(true, 7)).isFalse();
    }

    @Test
    void unknownSampler_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampler.of("parentbased_jaeger_remote", 1))
                .withMessageContaining("parentbased_jaeger_remote");
    }
}
