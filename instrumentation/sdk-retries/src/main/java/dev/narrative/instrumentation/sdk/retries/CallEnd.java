package dev.narrative.instrumentation.sdk.retries;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lets go of a call once no further attempt will be made. */
record CallEnd(ModelSpan call) implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    @Override
    public void accept(@Nullable Object response, @Nullable Throwable error) {
        try {
            Throwable cause = error == null ? null : error.getCause();
            call.exit(error instanceof CompletionException && cause != null ? cause : error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
