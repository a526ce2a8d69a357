package dev.narrative.core.score;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import org.jspecify.annotations.Nullable;

/**
 * Where scores are given. A span that still runs takes a score as an event of its own; what has ended, a trace and a
 * session take it as a {@link ScoreSpan}. A repeat under the same name and target overwrites.
 */
public final class Scores {
    private Scores() {}

    /** Scores the current span; {@code false} when there is none. */
    public static boolean record(Score score) {
        Span current = Span.current();
        if (current == null) {
            return false;
        }
        record(current, score);
        return true;
    }

    /** Scores a span of this process, which may run or have ended. A span that isn't sampled is not scored either. */
    public static void record(Span span, Score score) {
        if (!span.isSampled()) {
            return;
        }
        if (span.hasEnded()) {
            ScoreSpan.emit(AgentRuntime.tracer(), score, ScoreTarget.span(span), span.correlation());
        } else {
            span.addEvent(ScoreEvents.of(score, span.now()));
        }
    }

    /** Scores the trace that a span belongs to. */
    public static void recordOnTrace(Span span, Score score) {
        if (span.isSampled()) {
            ScoreSpan.emit(AgentRuntime.tracer(), score, ScoreTarget.trace(span), span.correlation());
        }
    }

    /** Scores the session that a span belongs to; {@code false} when none is known. */
    public static boolean recordOnSession(Span span, Score score) {
        String session = span.correlation().session();
        if (session != null) {
            record(ScoreTarget.session(session), score);
        }
        return session != null;
    }

    /** Scores what an id names, now or long after it ended. */
    public static void record(ScoreTarget target, Score score) {
        Span current = Span.current();
        if (current != null && target.equals(ScoreTarget.span(current))) {
            record(current, score);
        } else {
            ScoreSpan.emit(AgentRuntime.tracer(), score, target, correlation(target, current));
        }
    }

    /** A score of what the current trace belongs to belongs to the same session, story and user. */
    private static Correlation correlation(ScoreTarget target, @Nullable Span current) {
        if (current == null || target instanceof ScoreTarget.OfSession) {
            return Correlation.NONE;
        }
        ScoreTarget trace = target instanceof ScoreTarget.OfSpan span
                ? new ScoreTarget.OfTrace(span.traceIdHigh(), span.traceIdLow())
                : target;
        return trace.equals(ScoreTarget.trace(current)) ? current.correlation() : Correlation.NONE;
    }
}
