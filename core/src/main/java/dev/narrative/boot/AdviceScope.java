package dev.narrative.boot;

import org.jspecify.annotations.Nullable;

/** What a library's advice hands from a method's entry to its exit. */
public abstract class AdviceScope {
    /**
     * The method left.
     *
     * @return the value that the method shall return, for advice that assigns it
     */
    public abstract @Nullable Object close(@Nullable Object returned, @Nullable Throwable error);
}
