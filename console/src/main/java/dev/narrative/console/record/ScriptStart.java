package dev.narrative.console.record;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import org.jspecify.annotations.Nullable;

/**
 * What the trace of a script begins with.
 *
 * @param name of its root
 * @param service whose trace it is
 * @param id the id that it has elsewhere already: one of a trace's form becomes its own, any other is kept beside it;
 *     {@code null} for a new one
 * @param input what the script works on
 */
public record ScriptStart(
        String name,
        String service,
        @Nullable String id,
        @Nullable String session,
        @Nullable String story,
        @Nullable String user,
        @Nullable String universe,
        @Nullable String input) {
    private static final int MAX_ID = 200;
    private static final int MAX_TRACE_ID = 128;

    public ScriptStart {
        if (name.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException("a trace needs a name and a service");
        }
        checked("session", session, MAX_ID);
        checked("story", story, MAX_ID);
        checked("user", user, MAX_ID);
        checked("trace id", id, MAX_TRACE_ID);
    }

    /** The root, which is open. */
    SpanDraft root(long startNanos) {
        TraceId shared = id == null ? null : TraceId.parse(id.replace("-", ""));
        boolean isOwn = shared != null && (shared.high() | shared.low()) != 0;
        TraceId trace = shared == null || !isOwn ? NewIds.trace() : shared;
        SpanDraft root = new SpanDraft(trace, NewIds.span(), name)
                .scope(ScriptTrace.SCOPE)
                .at(startNanos, 0);
        root.known(AttributeNames.SESSION_ID, session).known(AttributeNames.STORY_ID, story);
        root.known(AttributeNames.USER_ID, user).known(AttributeNames.UNIVERSE, universe);
        return root.known(AttributeNames.TRACE_ID, isOwn ? null : id).with(AttributeNames.INPUT, input);
    }

    /** Ids travel in headers, where they are believed only when they hold nothing but visible ASCII and blanks. */
    private static void checked(String what, @Nullable String id, int longest) {
        if (id == null) {
            return;
        }
        boolean printable = id.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (id.isBlank() || id.length() > longest || !printable) {
            throw new IllegalArgumentException(
                    "a " + what + " has 1 to " + longest + " characters, all of them visible ASCII or blanks");
        }
    }
}
