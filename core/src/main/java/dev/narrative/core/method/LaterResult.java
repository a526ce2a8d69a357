package dev.narrative.core.method;

import org.jspecify.annotations.Nullable;

/** Told when a result that was returned early is there, or is no longer wanted; only the first word counts. */
interface LaterResult {
    void completed(@Nullable Object value, @Nullable Throwable error);

    /** Whoever asked for the result wants no more of it, as {@code take(1)} does after the first item: no failure. */
    void cancelled();
}
