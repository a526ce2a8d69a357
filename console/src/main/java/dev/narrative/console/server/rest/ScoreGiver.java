package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.record.ScoreRecorder;
import dev.narrative.console.record.SpanDraft;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.journal.SpanRecorder;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives scores to what is known here: as spans of no length, like those that the agent's API writes. */
public final class ScoreGiver {
    private final LiveIndex index;
    private final SpanRecorder recorder;
    private final Clock clock;

    public ScoreGiver(LiveIndex index, SpanRecorder recorder, Clock clock) {
        this.index = index;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Judges a trace, or a span of it. */
    JournalSpan give(Score score, String traceId, @Nullable String spanId) {
        TraceId id = Params.traceIdOf(traceId);
        if (id == null) {
            throw Problem.badRequest("traceId must have 32 hex digits");
        }
        TraceSummary trace = index.ask(traces -> traces.trace(id)).orElseThrow(() -> TraceCache.missing(id));
        ScoreTarget target = spanId == null ? new ScoreTarget.OfTrace(id.high(), id.low()) : span(id, spanId);
        return record(ScoreRecorder.draft(target, score, NewSpan.now(clock))
                .known(AttributeNames.SESSION_ID, trace.session())
                .known(AttributeNames.STORY_ID, trace.story())
                .known(AttributeNames.USER_ID, trace.user()));
    }

    private ScoreTarget span(TraceId id, String spanId) {
        long judged = Params.spanIdOf(spanId);
        if (index.ask(traces -> traces.span(new SpanKey(id.high(), id.low(), judged)))
                .isEmpty()) {
            throw Problem.notFound("there is no such span in trace " + id);
        }
        return new ScoreTarget.OfSpan(id.high(), id.low(), judged);
    }

    /** Judges a session. */
    JournalSpan giveSession(Score score, String session) {
        if (index.ask(traces -> traces.session(session)).isEmpty()) {
            throw Problem.notFound("there is no session " + session);
        }
        return record(ScoreRecorder.draft(ScoreTarget.session(session), score, NewSpan.now(clock)));
    }

    private JournalSpan record(SpanDraft score) {
        JournalSpan span = score.build(NewSpan.SERVICE);
        recorder.record(span);
        return span;
    }
}
