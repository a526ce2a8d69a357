package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdviceErrorsTest {
    private final List<Throwable> told = new ArrayList<>();
    private final long before = AdviceErrors.count();

    @AfterEach
    void stopListening() {
        AdviceErrors.listen(error -> {});
    }

    @Test
    void suppressed_countsAndTells() {
        AdviceErrors.listen(told::add);
        IllegalStateException error = new IllegalStateException("ours");

        AdviceErrors.suppressed(error);

        assertThat(AdviceErrors.count()).isEqualTo(before + 1);
        assertThat(told).containsExactly(error);
    }

    @Test
    void suppressed_countsAndGoesOn_whenTheListenerFails() {
        AdviceErrors.listen(error -> {
            throw new IllegalStateException("listener");
        });

        AdviceErrors.suppressed(new IllegalStateException("ours"));

        assertThat(AdviceErrors.count()).isEqualTo(before + 1);
    }

    @Test
    void suppressed_leavesOutTheApplicationsOwnWantOfStackAndHeap() {
        AdviceErrors.listen(told::add);

        AdviceErrors.suppressed(new StackOverflowError());
        AdviceErrors.suppressed(new OutOfMemoryError());

        assertThat(AdviceErrors.count()).isEqualTo(before);
        assertThat(told).isEmpty();
    }
}
