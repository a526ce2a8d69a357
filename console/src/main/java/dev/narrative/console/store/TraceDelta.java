package dev.narrative.console.store;

import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import org.jspecify.annotations.Nullable;

/**
 * What a batch adds to a trace's summary. A delta can be laid upon a summary in any order with the same result: sums
 * add up, and of session, story, user and root the one counts whose span started first.
 */
public final class TraceDelta {
    /** A value and the start of the span that told it. */
    public static final class Told {
        private @Nullable String value;
        private long sinceNanos = Long.MAX_VALUE;

        public @Nullable String value() {
            return value;
        }

        /** {@link Long#MAX_VALUE} where there is no value. */
        public long sinceNanos() {
            return sinceNanos;
        }

        private void tell(@Nullable String told, long startNanos) {
            if (told != null && !told.isEmpty() && startNanos < sinceNanos) {
                value = told;
                sinceNanos = startNanos;
            }
        }
    }

    private final Told session = new Told();
    private final Told story = new Told();
    private final Told user = new Told();
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private long spans;
    private long errors;
    private long running;
    private long interrupted;
    private long inputTokens;
    private long outputTokens;
    private @Nullable Double cost;
    private @Nullable JournalSpan root;

    public void add(JournalSpan span, SpanFacts facts) {
        spans++;
        errors += isFailure(span) ? 1 : 0;
        running += span.state() == SpanState.RUNNING ? 1 : 0;
        interrupted += span.state() == SpanState.INTERRUPTED ? 1 : 0;
        start = Math.min(start, span.startEpochNanos());
        end = Math.max(end, Math.max(span.startEpochNanos(), span.endEpochNanos()));
        if (span.state() == SpanState.ENDED) {
            addUsage(facts);
        }
        session.tell(facts.session(), span.startEpochNanos());
        story.tell(facts.story(), span.startEpochNanos());
        user.tell(facts.user(), span.startEpochNanos());
        JournalSpan known = root;
        if (known == null || goesBefore(span, known)) {
            root = span;
        }
    }

    /** Usage counts when a span has ended: an open one comes again. */
    private void addUsage(SpanFacts facts) {
        inputTokens += facts.inputTokens();
        outputTokens += facts.outputTokens();
        Double more = facts.cost();
        if (more != null) {
            cost = cost == null ? more : cost + more;
        }
    }

    /** An open span that was counted has ended; the ended one is added besides. */
    public void removeOpen(SpanState state) {
        spans--;
        running -= state == SpanState.RUNNING ? 1 : 0;
        interrupted -= state == SpanState.INTERRUPTED ? 1 : 0;
    }

    public Told session() {
        return session;
    }

    public Told story() {
        return story;
    }

    public Told user() {
        return user;
    }

    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    public long spans() {
        return spans;
    }

    public long errors() {
        return errors;
    }

    public long running() {
        return running;
    }

    public long interrupted() {
        return interrupted;
    }

    public long inputTokens() {
        return inputTokens;
    }

    public long outputTokens() {
        return outputTokens;
    }

    public @Nullable Double cost() {
        return cost;
    }

    /** The span that gives the trace its name, {@code null} where none was added. */
    public @Nullable JournalSpan root() {
        return root;
    }

    private static boolean isFailure(JournalSpan span) {
        return span.state() == SpanState.ENDED && span.status() == StatusCode.ERROR;
    }

    /** 0 for a span without parent, 1 for one that has a parent. */
    public static int rootRank(JournalSpan span) {
        return span.parentSpanId() == 0 ? 0 : 1;
    }

    private static boolean goesBefore(JournalSpan a, JournalSpan b) {
        if (rootRank(a) != rootRank(b)) {
            return rootRank(a) < rootRank(b);
        }
        if (a.startEpochNanos() != b.startEpochNanos()) {
            return a.startEpochNanos() < b.startEpochNanos();
        }
        return a.spanId() < b.spanId();
    }
}
