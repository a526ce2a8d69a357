package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A call that other threads complete. Its span is never the current one: what runs meanwhile belongs to the caller. */
final class AsyncCall extends AwsCall implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    @Override
    @Nullable
    HttpClientSpan start(AwsRequest request) {
        Object outer = Contexts.attach(caller());
        try {
            HttpClientSpan span = AwsSdkSingletons.INSTRUMENTER.start(request);
            if (span != null) {
                span.detach();
            }
            return span;
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        if (returned instanceof CompletableFuture<?> future) {
            // For what the interceptors are not told, such as a timeout of the whole call.
            future.whenComplete(this);
        } else {
            finish(error);
        }
        return returned;
    }

    @Override
    public void accept(@Nullable Object result, @Nullable Throwable error) {
        try {
            finish(error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
