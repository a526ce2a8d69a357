package dev.narrative.instrumentation.narrative.api;

import dev.narrative.boot.AdviceErrors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what a call of the API asks for; an error of ours ends here. */
final class Guarded {
    private Guarded() {}

    static void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable error) {
            AdviceErrors.suppressed(error);
        }
    }

    static <T> @Nullable T get(Supplier<@Nullable T> work) {
        try {
            return work.get();
        } catch (Throwable error) {
            AdviceErrors.suppressed(error);
            return null;
        }
    }
}
