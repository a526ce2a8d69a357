package dev.narrative.api;

import org.jspecify.annotations.Nullable;

/**
 * A span that the application began and has to end, best by try-with-resources. It is the current span of the thread
 * that began it until it ends there or is {@linkplain #detach() detached}.
 *
 * <p>For the agent to implement. An application gets one from {@link Narrative}.
 */
public interface OpenSpan extends TraceSpan, AutoCloseable {
    /** Names it anew; keep what differs from call to call, such as ids, for attributes. At most 200 characters. */
    default void name(String name) {}

    /** What kind of step it is; {@link SpanType#SPAN} when nothing is said. */
    default void type(SpanType type) {}

    /** The layer it belongs to. */
    default void layer(Layer layer) {}

    /** The universe it belongs to. */
    default void universe(Universe universe) {}

    /** What the step is given: a text, a number, a boolean, or an object that is written as JSON. */
    default void input(@Nullable Object value) {}

    /** What the step comes to, as {@link #input}. */
    default void output(@Nullable Object value) {}

    /** Marks it as failed by an error, whose type, message and stack are kept. It does not end the span. */
    default void fail(Throwable error) {}

    /** Marks it as failed, with a message. */
    default void fail(String message) {}

    /** Begins a span within this one, on whatever thread, and makes it that thread's current one. */
    default OpenSpan span(String name) {
        return NoSpan.NONE;
    }

    /** Begins a model call within this span, as {@link Narrative#generation} does within the current one. */
    default Generation generation(String name) {
        return NoSpan.NONE;
    }

    /** Takes it off this thread: the span around it is the current one again, and this one ends anywhere. */
    default void detach() {}

    /** Ends it now; only the first end counts. */
    default void end() {}

    /** As {@link #end}. */
    @Override
    default void close() {
        end();
    }
}
