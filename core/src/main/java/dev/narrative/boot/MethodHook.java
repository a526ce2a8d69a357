package dev.narrative.boot;

import org.jspecify.annotations.Nullable;

/** What happens at one woven method. */
public abstract class MethodHook {
    /**
     * The method is entered.
     *
     * @param self the receiver, {@code null} in a static method
     * @param arguments the arguments, {@code null} where the hook captures none
     * @return the call to be told of the exit, or {@code null} when this call is not traced
     */
    public abstract @Nullable TracedCall enter(@Nullable Object self, Object @Nullable [] arguments);
}
