package dev.narrative.core.trace;

import org.jspecify.annotations.Nullable;

/** To whom a span belongs beyond its trace: session, story, user, and the id by which other systems know the trace. */
public record Correlation(
        @Nullable String session,
        @Nullable String story,
        @Nullable String user,
        @Nullable String narrativeTraceId) {
    public static final Correlation NONE = new Correlation(null, null, null, null);

    /** This correlation, with what it lacks taken from another. */
    public Correlation or(Correlation other) {
        if (other.isEmpty() || isComplete()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        return new Correlation(
                session == null ? other.session : session,
                story == null ? other.story : story,
                user == null ? other.user : user,
                narrativeTraceId == null ? other.narrativeTraceId : narrativeTraceId);
    }

    private boolean isEmpty() {
        return session == null && story == null && user == null && narrativeTraceId == null;
    }

    private boolean isComplete() {
        return session != null && story != null && user != null && narrativeTraceId != null;
    }
}
