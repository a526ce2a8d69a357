package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a step comes to, which is held until then.
 *
 * @param keep keeps a result as the step's output
 */
record StepResult<T>(FrameworkSpan span, BiConsumer<T, FrameworkSpan> keep)
        implements BiConsumer<@Nullable T, @Nullable Throwable> {
    /** Ends a step whose method has given this future or failed. */
    static <T> void end(
            FrameworkSpan span,
            @Nullable CompletableFuture<? extends T> result,
            @Nullable Throwable error,
            BiConsumer<T, FrameworkSpan> keep) {
        if (result != null) {
            span.hold();
            result.whenComplete(new StepResult<>(span, keep));
        }
        span.exit(error);
    }

    @Override
    public void accept(@Nullable T result, @Nullable Throwable error) {
        try {
            Throwable cause = StepErrors.cause(error);
            if (cause != null) {
                span.fail(cause);
            } else if (result != null) {
                keep.accept(result, span);
            }
            span.release();
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
