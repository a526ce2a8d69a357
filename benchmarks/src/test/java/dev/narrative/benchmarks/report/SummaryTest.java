package dev.narrative.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    @Test
    void takesMiddle_ofOddNumberOfRounds() {
        assertThat(Summary.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Summary(2, 1, 9, 3));
    }

    @Test
    void takesMeanOfMiddleTwo_ofEvenNumberOfRounds() {
        assertThat(Summary.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Summary(3, 1, 9, 4));
    }

    @Test
    void worstIsFarthestFromZero() {
        assertThat(Summary.of(List.of(0.0, -7.0, 3.0)).worst()).isEqualTo(-7);
    }

    @Test
    void refusesNoRounds() {
        assertThatThrownBy(() -> Summary.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
