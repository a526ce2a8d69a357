package dev.narrative.console.query;

import org.jspecify.annotations.Nullable;

/**
 * Which sessions are asked for; those come first that were heard of last.
 *
 * @param user the user, {@code null} for any
 * @param story the story, {@code null} for any
 * @param sinceNanos the earliest end, since the epoch
 * @param limit how many at most, above 0
 * @param after where the page before ended, {@code null} for the first page
 */
public record SessionQuery(
        @Nullable String user,
        @Nullable String story,
        long sinceNanos,
        int limit,
        @Nullable SessionCursor after) {
    public SessionQuery {
        if (limit <= 0) {
            throw new IllegalArgumentException("the limit must be above 0, not " + limit);
        }
    }

    public static SessionQuery latest(int limit) {
        return new SessionQuery(null, null, Long.MIN_VALUE, limit, null);
    }

    public SessionQuery after(@Nullable SessionCursor cursor) {
        return new SessionQuery(user, story, sinceNanos, limit, cursor);
    }
}
