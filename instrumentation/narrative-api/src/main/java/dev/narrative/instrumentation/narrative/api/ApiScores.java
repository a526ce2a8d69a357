package dev.narrative.instrumentation.narrative.api;

import dev.narrative.api.Score;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.score.Scores;
import dev.narrative.core.trace.Span;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.score.ScoreType;
import java.util.Locale;

/** The API's scores as the agent's. */
final class ApiScores {
    private ApiScores() {}

    static void record(Span span, Score score) {
        try {
            Scores.record(span, translated(score));
        } catch (IllegalArgumentException wrong) {
            complain(wrong);
        }
    }

    static void recordOnSpan(String traceId, String spanId, Score score) {
        try {
            Scores.record(ScoreTarget.span(traceId, spanId), translated(score));
        } catch (IllegalArgumentException wrong) {
            complain(wrong);
        }
    }

    static void recordOnTrace(String traceId, Score score) {
        try {
            Scores.record(ScoreTarget.trace(traceId), translated(score));
        } catch (IllegalArgumentException wrong) {
            complain(wrong);
        }
    }

    static void recordOnSession(String sessionId, Score score) {
        try {
            Scores.record(ScoreTarget.session(sessionId), translated(score));
        } catch (IllegalArgumentException wrong) {
            complain(wrong);
        }
    }

    private static dev.narrative.model.score.Score translated(Score score) {
        ScoreType type = ScoreType.find(score.kind().name().toLowerCase(Locale.ROOT));
        if (type == null || score.name() == null || score.value() == null) {
            throw new IllegalArgumentException("a score needs a name and a value");
        }
        return new dev.narrative.model.score.Score(
                score.name(), type.value(score.value()), score.comment(), score.id());
    }

    private static void complain(IllegalArgumentException wrong) {
        AgentLog.warnThrottled("api-score", "a score of the API is left out: " + wrong.getMessage());
    }
}
