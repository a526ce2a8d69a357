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

    /** The page of what was found when one more was asked for than the page may have. */
    public static SessionPage of(List<SessionSummary> found, int limit) {
        if (found.size() <= limit) {
            return new SessionPage(found, null);
        }
        List<SessionSummary> page = found.subList(0, limit);
        SessionSummary last = page.get(page.size() - 1);
        return new SessionPage(page, new SessionCursor(last.endNanos(), last.id()));
    }
}
