package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.journal.SpanRecorder;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanKey;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.time.Clock;
import java.util.List;
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
        Attributes attributes = new Attributes();
        TraceSummary trace = index.ask(traces -> traces.trace(id)).orElseThrow(() -> TraceCache.missing(id));
        NewSpan.belong(trace, attributes);
        if (spanId == null) {
            return record(score, ScoreTarget.OfTrace.TEXT, id, 0, attributes);
        }
        long judged = Params.spanIdOf(spanId);
        if (index.ask(traces -> traces.span(new SpanKey(id.high(), id.low(), judged)))
                .isEmpty()) {
            throw Problem.notFound("there is no such span in trace " + id);
        }
        return record(score, ScoreTarget.OfSpan.TEXT, id, judged, attributes);
    }

    /** Judges a session. */
    JournalSpan giveSession(Score score, String session) {
        if (index.ask(traces -> traces.session(session)).isEmpty()) {
            throw Problem.notFound("there is no session " + session);
        }
        Attributes attributes = new Attributes().put(AttributeNames.SESSION_ID, session);
        return record(score, ScoreTarget.OfSession.TEXT, NewSpan.traceId(), 0, attributes);
    }

    private JournalSpan record(Score score, String target, TraceId id, long parent, Attributes attributes) {
        long now = NewSpan.now(clock);
        attributes.put(AttributeNames.TYPE, "evaluator").put(AttributeNames.SCORE_TARGET, target);
        JournalSpan span = new JournalSpan(
                id.high(),
                id.low(),
                NewSpan.spanId(),
                parent,
                true,
                ScoreEvents.spanName(score),
                SpanKind.INTERNAL,
                now,
                now,
                StatusCode.UNSET,
                null,
                ScoreEvents.SCOPE,
                null,
                attributes,
                List.of(ScoreEvents.of(score, now)),
                new Resource(NewSpan.SERVICE, new Attributes()),
                SpanState.ENDED);
        recorder.record(span);
        return span;
    }
}
