package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.HttpClientSpan;
import org.jspecify.annotations.Nullable;

/** A blocking call: its span is the current one until the caller's thread leaves, whatever the HTTP client below does. */
final class SyncCall extends AwsCall {
    @Override
    @Nullable
    HttpClientSpan start(AwsRequest request) {
        return AwsSdkSingletons.INSTRUMENTER.start(request);
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        finish(error);
        return returned;
    }
}
