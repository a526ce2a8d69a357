package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import org.jspecify.annotations.Nullable;

/** The time in which one of the HTTP client's threads runs in the context of whoever made the call. */
final class CallerScope extends AdviceScope {
    private final @Nullable Object outer;

    private CallerScope(Span caller) {
        outer = Contexts.attach(caller);
    }

    /** Enters the caller's context; {@code null} when there is none, and the thread stays as it is. */
    static @Nullable CallerScope of(@Nullable Span caller) {
        return caller == null ? null : new CallerScope(caller);
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        Contexts.restore(outer);
        return returned;
    }
}
