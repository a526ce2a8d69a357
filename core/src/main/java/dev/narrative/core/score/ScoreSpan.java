package dev.narrative.core.score;

import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;

/**
 * A score that is given later, as a span of no length: so it takes the way of all spans to every destination. It hangs
 * below the span that it judges, or stands in the trace that it judges, or in a trace of its own for a session.
 */
final class ScoreSpan extends Span {
    private final ScoreTarget target;

    private ScoreSpan(Tracer tracer, Score score, ScoreTarget target, RemoteParent place) {
        super(tracer, ScoreEvents.spanName(score), place, target instanceof ScoreTarget.OfSession);
        this.target = target;
    }

    /**
     * Makes and ends it.
     *
     * @param known to whom the target belongs, as far as that is known
     */
    static void emit(Tracer tracer, Score score, ScoreTarget target, Correlation known) {
        ScoreSpan span = new ScoreSpan(tracer, score, target, place(target, known));
        span.addEvent(ScoreEvents.of(score, span.startEpochNanos()));
        span.end();
    }

    private static RemoteParent place(ScoreTarget target, Correlation known) {
        if (target instanceof ScoreTarget.OfSpan span) {
            return new RemoteParent(span.traceIdHigh(), span.traceIdLow(), span.spanId(), true, null, null, known);
        }
        if (target instanceof ScoreTarget.OfTrace trace) {
            return new RemoteParent(trace.traceIdHigh(), trace.traceIdLow(), 0, true, null, null, known);
        }
        String session = ((ScoreTarget.OfSession) target).id();
        return new RemoteParent(0, 0, 0, true, null, null, new Correlation(session, null, null, null));
    }

    @Override
    public String scope() {
        return ScoreEvents.SCOPE;
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        visitor.string(AttributeNames.TYPE, "evaluator");
        visitor.string(AttributeNames.SCORE_TARGET, target.text());
    }
}
