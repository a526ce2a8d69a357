package dev.narrative.console.analysis;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span of one trace beside its counterpart in another; one of the two may be missing.
 *
 * @param depth in the tree, 0 for a root
 */
public record ComparedSpan(
        int depth, @Nullable Side before, @Nullable Side after) {
    /** What became of a span. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED;

        /** The name in text, such as {@code added}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A span of one of the traces with what is compared of it. */
    public record Side(JournalSpan span, SpanFacts facts) {
        Side(JournalSpan span) {
            this(span, SpanFacts.of(span));
        }

        /** Nanoseconds, 0 while it is open. */
        public long duration() {
            return span.endEpochNanos() == 0 ? 0 : Math.max(0, span.endEpochNanos() - span.startEpochNanos());
        }

        public boolean failed() {
            return span.status() == StatusCode.ERROR;
        }
    }

    /** What the two differ in, in words; durations are never the same and don't count. */
    public List<String> differences() {
        Side a = before;
        Side b = after;
        List<String> found = new ArrayList<>();
        if (a == null || b == null) {
            return found;
        }
        add("name", a.span().name(), b.span().name(), found);
        add("service", a.span().resource().serviceName(), b.span().resource().serviceName(), found);
        add("status", a.span().status(), b.span().status(), found);
        add("error", a.facts().errorType(), b.facts().errorType(), found);
        add("model", a.facts().model(), b.facts().model(), found);
        boolean sameTokens = a.facts().inputTokens() == b.facts().inputTokens()
                && a.facts().outputTokens() == b.facts().outputTokens();
        if (!sameTokens) {
            found.add("tokens");
        }
        add("cost", a.facts().cost(), b.facts().cost(), found);
        add("input", a.facts().input(), b.facts().input(), found);
        add("output", a.facts().output(), b.facts().output(), found);
        return found;
    }

    public Change change() {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return Change.REMOVED;
        }
        return differences().isEmpty() ? Change.SAME : Change.CHANGED;
    }

    /** The span itself: the later one where there are two. */
    public Side known() {
        Side known = after == null ? before : after;
        if (known == null) {
            throw new IllegalStateException("one of the two is there");
        }
        return known;
    }

    private static void add(String what, @Nullable Object a, @Nullable Object b, List<String> found) {
        if (!Objects.equals(a, b)) {
            found.add(what);
        }
    }
}
