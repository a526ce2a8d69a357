package dev.narrative.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.benchmarks.experiments.Effort;
import dev.narrative.benchmarks.experiments.Experiment;
import dev.narrative.benchmarks.experiments.Experiments;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void runsEverything_whenNothingIsSaid() {
        Options options = Options.parse();

        assertThat(options.experiments()).isEqualTo(Experiments.ALL);
        assertThat(options.effort()).isEqualTo(Effort.full());
    }

    @Test
    void selects_byNameAndGroup() {
        assertThat(Options.parse("--only", "startup,method").experiments())
                .extracting(Experiment::name)
                .containsExactly("hello", "traced", "spring", "method");
    }

    @Test
    void changesRounds_ofQuickOnesToo() {
        assertThat(Options.parse("--rounds", "5", "--quick").effort())
                .isEqualTo(Effort.quick().withRounds(5));
    }

    @Test
    void refuses_whatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse("--only", "metod")).hasMessageContaining("metod");
        assertThatThrownBy(() -> Options.parse("--fast")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse("--rounds", "0")).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Options.parse("--rounds")).hasMessageContaining("wants a value");
    }
}
