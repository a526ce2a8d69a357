package dev.narrative.api;

/** The headers that carry a story from one service to the next, beside W3C's {@code traceparent}. */
public final class NarrativeHeaders {
    /** The id under which both systems know the trace; at most 128 visible ASCII characters. */
    public static final String TRACE_ID = "X-Narrative-Trace-Id";

    /** The session, as in {@code session.id}; at most 200 characters. */
    public static final String SESSION_ID = "X-Session-Id";

    /** The story, as in {@code narrative.story.id}; at most 200 characters. */
    public static final String STORY_ID = "X-Story-Id";

    private NarrativeHeaders() {}
}
