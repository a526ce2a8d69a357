package dev.narrative.boot;

import org.jspecify.annotations.Nullable;

/** One call of a named method that is being traced, from its entry to its exit. */
public abstract class TracedCall {
    /** The method left, normally or by an error. */
    public abstract void exit(@Nullable Throwable error);

    /** As {@link #exit(Throwable)}; gives back the value that the method shall return. */
    public abstract @Nullable Object exit(@Nullable Object returned, @Nullable Throwable error);
}
