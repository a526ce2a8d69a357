package dev.narrative.instrumentation.langgraph4j;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What went wrong in a step, without the wrappers that futures put around it. */
final class StepErrors {
    private StepErrors() {}

    static @Nullable Throwable cause(@Nullable Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
