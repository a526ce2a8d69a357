package dev.narrative.console.record;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a shell script while it runs.
 *
 * @param root its first span, which is open
 * @param file the journal's file that its ended spans go to; the open one lies in the snapshot beside it
 */
public record ScriptTrace(JournalSpan root, Path file) {
    /** The scope of the spans of scripts. */
    static final String SCOPE = "narrative.script";

    public TraceId id() {
        return TraceId.of(root);
    }

    public @Nullable String session() {
        return text(AttributeNames.SESSION_ID);
    }

    public @Nullable String story() {
        return text(AttributeNames.STORY_ID);
    }

    @Nullable
    String user() {
        return text(AttributeNames.USER_ID);
    }

    /** The id under which the caller knows the trace: the trace's own where none was given. */
    public String narrativeId() {
        String given = text(AttributeNames.TRACE_ID);
        return given == null ? id().toString() : given;
    }

    private @Nullable String text(String key) {
        return root.attributes().get(key) instanceof String text ? text : null;
    }
}
