package dev.narrative.console.store;

import dev.narrative.console.query.SessionCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, those first that were heard of last.
 *
 * @param next where the next page goes on, {@code null} when there is none
 */
public record SessionPage(
        List<SessionSummary> sessions, @Nullable SessionCursor next) {
    public SessionPage {
        sessions = List.copyOf(sessions);
    }
}
