package dev.narrative.console.record;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes scores to the journal, the way the agent does: each is a span of no length. */
public final class ScoreRecorder {
    private static final String TYPE = "evaluator";

    private final JournalDirectory journal;

    public ScoreRecorder(JournalDirectory journal) {
        this.journal = journal;
    }

    /**
     * Writes a score.
     *
     * @param service whose the target is
     * @param session the session that the target belongs to; {@code null} where none is known
     * @return when it was given, in nanoseconds since the epoch
     */
    public long record(ScoreTarget target, Score score, String service, @Nullable String session) throws IOException {
        long now = journal.nowNanos();
        SpanDraft draft = draft(target, score, now).known(AttributeNames.SESSION_ID, session);
        JournalDirectory.append(journal.scores(), draft.build(service));
        return now;
    }

    /** The span of a score that is given at a moment, to which can be added whom its target belongs to. */
    public static SpanDraft draft(ScoreTarget target, Score score, long epochNanos) {
        SpanDraft draft = place(target, ScoreEvents.spanName(score));
        draft.scope(ScoreEvents.SCOPE).at(epochNanos, epochNanos).with(ScoreEvents.of(score, epochNanos));
        draft.known(AttributeNames.TYPE, TYPE).known(AttributeNames.SCORE_TARGET, target.text());
        return draft.known(
                AttributeNames.SESSION_ID, target instanceof ScoreTarget.OfSession whole ? whole.id() : null);
    }

    /** Below the span that is judged, in the trace that is judged, or in a trace of its own for a session. */
    private static SpanDraft place(ScoreTarget target, String name) {
        if (target instanceof ScoreTarget.OfSpan span) {
            TraceId trace = new TraceId(span.traceIdHigh(), span.traceIdLow());
            return new SpanDraft(trace, NewIds.span(), name).remoteParent(span.spanId());
        }
        if (target instanceof ScoreTarget.OfTrace trace) {
            return new SpanDraft(new TraceId(trace.traceIdHigh(), trace.traceIdLow()), NewIds.span(), name);
        }
        return new SpanDraft(NewIds.trace(), NewIds.span(), name);
    }
}
