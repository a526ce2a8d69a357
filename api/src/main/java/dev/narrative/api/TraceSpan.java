package dev.narrative.api;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span: what can be read of it, and what can be said about it while it runs. After its end, and without the agent,
 * nothing that is said has an effect; nothing is ever thrown. Texts are masked and bounded as the configuration says.
 *
 * <p>For the agent to implement. An application gets one from {@link Narrative}.
 */
public interface TraceSpan {
    /** The trace's id, 32 lower-case hex digits; {@code null} when there is no span. */
    default @Nullable String traceId() {
        return null;
    }

    /** The span's id, 16 lower-case hex digits; {@code null} when there is no span. */
    default @Nullable String spanId() {
        return null;
    }

    /** The id under which all systems know the trace: the caller's, else the trace's own; {@code null} without a span. */
    default @Nullable String narrativeTraceId() {
        return null;
    }

    /** The session that the span belongs to; {@code null} when it is not known. */
    default @Nullable String sessionId() {
        return null;
    }

    /** The story that the span belongs to; {@code null} when it is not known. */
    default @Nullable String storyId() {
        return null;
    }

    /** The user that the span belongs to; {@code null} when it is not known. */
    default @Nullable String userId() {
        return null;
    }

    /** Says which session this is: on this span, those within it, and those around it that know none. */
    default void session(String id) {}

    /** Says which story this is, as {@link #session} does. */
    default void story(String id) {}

    /** Says who the user is, as {@link #session} does. */
    default void user(String id) {}

    /**
     * Keeps a value under a name; the last one counts.
     *
     * @param name 1 to 128 characters without blanks, such as {@code order.id}; not one that begins with
     *     {@code narrative.}
     * @param value a text, a number, a boolean, or an object that is written as JSON field by field; {@code null} for
     *     none
     */
    default void attribute(String name, @Nullable Object value) {}

    /** Tags the trace, {@code narrative.tags}; tags that are there already stay. */
    default void tags(String... tags) {}

    /**
     * Says from which version of which prompt of the prompt store this comes.
     *
     * @param version from 1
     */
    default void prompt(String name, int version) {}

    /** Notes that something happened, as a span of type {@code event} within this one. */
    default void log(String event) {
        log(event, Map.of());
    }

    /**
     * Notes that something happened, as {@link #log(String)}.
     *
     * @param data values by name, kept together as JSON
     */
    default void log(String event, Map<String, ?> data) {}

    /** Judges the span by a number, such as a coherence from 0 to 1. */
    default void score(String name, double value) {
        score(Score.of(name, value));
    }

    /** Judges the span by one of a few names, such as {@code good}. */
    default void score(String name, String category) {
        score(Score.of(name, category));
    }

    /** Judges the span by yes or no. */
    default void score(String name, boolean value) {
        score(Score.of(name, value));
    }

    /** Judges the span; this works after its end, too. */
    default void score(Score score) {}

    /**
     * Notes something that the span made and that lies elsewhere.
     *
     * @param mediaType such as {@code image/png}
     * @param size in bytes, negative when it is not known
     * @param sha256 in hex; {@code null} when it is not known
     * @param pathOrUrl where it lies: a URL when it has a scheme, else a path
     */
    default void artifact(String name, String mediaType, long size, @Nullable String sha256, String pathOrUrl) {}

    /**
     * Notes something that the span made, and stores it beside the journal where it is not larger than
     * {@code narrative.artifact.max-size} and {@code narrative.llm.content} allows it. Its hash is computed on the
     * calling thread, a few milliseconds for 1 MB; it is written on another.
     *
     * @param mediaType such as {@code text/markdown}
     */
    default void artifact(String name, String mediaType, byte[] content) {}

    /**
     * Notes a file that the span made, and stores a copy as {@link #artifact(String, String, byte[])} does; a larger
     * file is noted with its path and size.
     */
    default void artifact(String name, String mediaType, Path file) {}
}
