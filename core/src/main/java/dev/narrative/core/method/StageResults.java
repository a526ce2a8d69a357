package dev.narrative.core.method;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Results that are completion stages: the application keeps its own stage, we attach to it. */
final class StageResults {
    private StageResults() {}

    static Object follow(CompletionStage<?> stage, LaterResult result) {
        stage.whenComplete(new Completion(result));
        return stage;
    }

    private record Completion(LaterResult result) implements BiConsumer<@Nullable Object, @Nullable Throwable> {
        @Override
        public void accept(@Nullable Object value, @Nullable Throwable error) {
            Throwable cause = error instanceof CompletionException ? error.getCause() : null;
            result.completed(value, cause == null ? error : cause);
        }
    }
}
