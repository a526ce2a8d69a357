package dev.narrative.core.method;

import org.jspecify.annotations.Nullable;

/** Told once when a result that was returned early is there. */
interface LaterResult {
    void completed(@Nullable Object value, @Nullable Throwable error);
}
