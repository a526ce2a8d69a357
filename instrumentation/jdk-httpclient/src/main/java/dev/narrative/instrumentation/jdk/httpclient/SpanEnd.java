package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.http.HttpResponse;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a span when the response is there. */
record SpanEnd(HttpClientSpan span) implements BiConsumer<@Nullable HttpResponse<?>, @Nullable Throwable> {
    @Override
    public void accept(@Nullable HttpResponse<?> response, @Nullable Throwable error) {
        try {
            span.end(JdkHttpResponse.of(response), error);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
