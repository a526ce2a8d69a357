package dev.narrative.api;

import org.jspecify.annotations.Nullable;

/**
 * A judgement of a span, a trace or a session: how coherent, how helpful, passed or not. A repeat for the same target
 * under the same name, or under the same id, overwrites.
 */
public final class Score {
    /** The kinds of values, as Langfuse has them. */
    public enum Kind {
        /** A finite number, such as a coherence from 0 to 1. */
        NUMERIC,
        /** One of a few names, such as {@code good}. */
        CATEGORICAL,
        /** Yes or no. */
        BOOLEAN,
        /** A remark in words, of which 500 characters are kept. */
        TEXT
    }

    private final String name;
    private final Kind kind;
    private final Object value;
    private final @Nullable String comment;
    private final @Nullable String id;

    private Score(String name, Kind kind, Object value, @Nullable String comment, @Nullable String id) {
        this.name = name;
        this.kind = kind;
        this.value = value;
        this.comment = comment;
        this.id = id;
    }

    /** A number. */
    public static Score of(String name, double value) {
        return new Score(name, Kind.NUMERIC, value, null, null);
    }

    /** Yes or no. */
    public static Score of(String name, boolean value) {
        return new Score(name, Kind.BOOLEAN, value, null, null);
    }

    /** One of a few names. */
    public static Score of(String name, String category) {
        return new Score(name, Kind.CATEGORICAL, category, null, null);
    }

    /** A remark in words. */
    public static Score text(String name, String text) {
        return new Score(name, Kind.TEXT, text, null, null);
    }

    /** The same score with the reason for it, of which 2,000 characters are kept. */
    public Score because(String reason) {
        return new Score(name, kind, value, reason, id);
    }

    /** The same score under a key of the caller's own, of 1 to 200 characters. */
    public Score withId(String newId) {
        return new Score(name, kind, value, comment, newId);
    }

    /** What is judged, 1 to 200 characters. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** A {@code Double}, a {@code Boolean} or a {@code String}, as the kind says. */
    public Object value() {
        return value;
    }

    /** The reason, {@code null} when none was given. */
    public @Nullable String comment() {
        return comment;
    }

    /** The caller's own key, {@code null} when none was given. */
    public @Nullable String id() {
        return id;
    }
}
