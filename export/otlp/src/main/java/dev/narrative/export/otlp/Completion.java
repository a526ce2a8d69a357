package dev.narrative.export.otlp;

import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;

/** Hands a failure on to a future; what success means is said where it is used. */
abstract class Completion<T> implements FutureCallback<T> {
    private final CompletableFuture<?> future;

    Completion(CompletableFuture<?> future) {
        this.future = future;
    }

    @Override
    public void failed(Exception error) {
        future.completeExceptionally(error);
    }

    @Override
    public void cancelled() {
        future.cancel(false);
    }
}
