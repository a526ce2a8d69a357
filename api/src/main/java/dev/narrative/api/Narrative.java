package dev.narrative.api;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the agent what it can't see by itself. Without the agent every call does nothing and costs next to nothing; with
 * it, no call throws, and none waits for a destination of the spans.
 *
 * <pre>{@code
 * try (OpenSpan story = Narrative.start("session-7", "story-3")) {
 *     story.log("beat created", Map.of("beat", 4));
 *     try (OpenSpan chart = story.span("update chart")) {
 *         chart.score("coherence", 0.8);
 *     }
 * }
 * }</pre>
 */
public final class Narrative {
    private Narrative() {}

    /** Whether an agent listens: ask before putting together something costly. */
    public static boolean isActive() {
        return AgentLink.recorder().isActive();
    }

    /** As {@link #start(String, String)}, outside of any story. */
    public static OpenSpan start(String sessionId) {
        return start(sessionId, null);
    }

    /**
     * Begins a piece of a session's story, a span named {@code story}: a new trace, or a part of the current one. All
     * that happens until its end belongs to the session and the story.
     *
     * @param sessionId at most 200 characters, as are all ids
     * @param storyId {@code null} outside of any story
     */
    public static OpenSpan start(String sessionId, @Nullable String storyId) {
        return orNone(AgentLink.recorder().start(sessionId, storyId));
    }

    /**
     * Begins a span within the current one, or a new trace, and makes it the current one.
     *
     * @param name what is done, such as {@code update chart}; at most 200 characters
     */
    public static OpenSpan span(String name) {
        return orNone(AgentLink.recorder().span(name));
    }

    /**
     * Begins a model call within the current span, and makes it the current one.
     *
     * @param name what the model is asked for, such as {@code summarise chapter}; at most 200 characters
     */
    public static Generation generation(String name) {
        Generation generation = AgentLink.recorder().generation(name);
        return generation == null ? NoSpan.NONE : generation;
    }

    /** The span that is current on this thread, whoever began it; one that does nothing when there is none. */
    public static TraceSpan current() {
        TraceSpan span = AgentLink.recorder().current();
        return span == null ? NoSpan.NONE : span;
    }

    /**
     * What to send along with a message so that its receiver can {@linkplain #continueFrom(Map) continue} from here:
     * {@code traceparent}, {@code X-Session-Id} and so on. HTTP clients that the agent knows do that by themselves.
     *
     * @return headers by name, which can't be changed; empty when there is no current span
     */
    public static Map<String, String> headers() {
        Map<String, String> headers = AgentLink.recorder().headers();
        return headers == null ? Map.of() : headers;
    }

    /**
     * Begins a span, named {@code continue}, that goes on from where a message came from: the sender's span is its
     * parent. Where the headers tell nothing it is a span like any other.
     *
     * @param headers by name, in any case; values are texts, collections of texts, or bytes in UTF-8
     */
    public static OpenSpan continueFrom(Map<String, ?> headers) {
        return orNone(AgentLink.recorder().continueFrom(headers));
    }

    /**
     * As {@link #continueFrom(Map)}.
     *
     * @param headers gives the value of a header by its name, {@code null} for none
     */
    public static OpenSpan continueFrom(Function<String, @Nullable String> headers) {
        return orNone(AgentLink.recorder().continueFrom(headers));
    }

    /**
     * Binds a task to the current span, on whatever thread it runs. The JDK's executors, futures and new threads do
     * that by themselves; this is for queues and pools that the agent does not know.
     *
     * @return the task itself when there is no current span
     */
    public static Runnable wrap(Runnable task) {
        Runnable wrapped = AgentLink.recorder().wrap(task);
        return wrapped == null ? task : wrapped;
    }

    /** As {@link #wrap(Runnable)}. */
    public static <T> Callable<T> wrapCallable(Callable<T> task) {
        Callable<T> wrapped = AgentLink.recorder().wrapCallable(task);
        return wrapped == null ? task : wrapped;
    }

    /** As {@link #wrap(Runnable)}. */
    public static <T> Supplier<T> wrapSupplier(Supplier<T> supplier) {
        Supplier<T> wrapped = AgentLink.recorder().wrapSupplier(supplier);
        return wrapped == null ? supplier : wrapped;
    }

    /** As {@link #wrap(Runnable)}. */
    public static <T, R> Function<T, R> wrapFunction(Function<T, R> function) {
        Function<T, R> wrapped = AgentLink.recorder().wrapFunction(function);
        return wrapped == null ? function : wrapped;
    }

    /**
     * Judges a span that has ended, here or in another process.
     *
     * @param traceId 32 hex digits, as {@link TraceSpan#traceId} gives them
     * @param spanId 16 hex digits
     */
    public static void scoreSpan(String traceId, String spanId, Score score) {
        AgentLink.recorder().scoreSpan(traceId, spanId, score);
    }

    /**
     * Judges a trace as a whole, now or later.
     *
     * @param traceId 32 hex digits, or a UUID
     */
    public static void scoreTrace(String traceId, Score score) {
        AgentLink.recorder().scoreTrace(traceId, score);
    }

    /** Judges a session as a whole, now or later. */
    public static void scoreSession(String sessionId, Score score) {
        AgentLink.recorder().scoreSession(sessionId, score);
    }

    private static OpenSpan orNone(@Nullable OpenSpan span) {
        return span == null ? NoSpan.NONE : span;
    }
}
