package dev.narrative.api.spi;

import dev.narrative.api.Generation;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Score;
import dev.narrative.api.TraceSpan;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of {@link dev.narrative.api.Narrative}; the agent has the one that does something. {@code null} means
 * that there is nothing to hand out. New methods come with a body that does nothing, so that an older agent goes on to
 * work with a newer API.
 */
public interface Recorder {
    default boolean isActive() {
        return false;
    }

    default @Nullable OpenSpan start(String sessionId, @Nullable String storyId) {
        return null;
    }

    default @Nullable OpenSpan span(String name) {
        return null;
    }

    default @Nullable Generation generation(String name) {
        return null;
    }

    default @Nullable TraceSpan current() {
        return null;
    }

    default @Nullable Map<String, String> headers() {
        return null;
    }

    default @Nullable OpenSpan continueFrom(Map<String, ?> headers) {
        return null;
    }

    default @Nullable OpenSpan continueFrom(Function<String, @Nullable String> headers) {
        return null;
    }

    default @Nullable Runnable wrap(Runnable task) {
        return null;
    }

    default <T> @Nullable Callable<T> wrapCallable(Callable<T> task) {
        return null;
    }

    default <T> @Nullable Supplier<T> wrapSupplier(Supplier<T> supplier) {
        return null;
    }

    default <T, R> @Nullable Function<T, R> wrapFunction(Function<T, R> function) {
        return null;
    }

    default void scoreSpan(String traceId, String spanId, Score score) {}

    default void scoreTrace(String traceId, Score score) {}

    default void scoreSession(String sessionId, Score score) {}
}
