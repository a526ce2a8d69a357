package dev.narrative.core.method;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.rules.ScoreCapture;
import dev.narrative.core.score.Scores;
import dev.narrative.core.trace.Span;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.score.ScoreType;
import dev.narrative.model.score.ScoreValue;
import org.jspecify.annotations.Nullable;

/** The scores that a rule reads from a call. */
final class MethodScores {
    private MethodScores() {}

    /** Gives a score; a value that is missing gives none, and one that can't be a score is told of. */
    static void record(Span span, ScoreCapture rule, @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            ScoreType type = rule.type();
            Score score = new Score(rule.name(), type == null ? ScoreValue.of(value) : type.value(value));
            switch (rule.target()) {
                case ScoreTarget.OfTrace.TEXT -> Scores.recordOnTrace(span, score);
                case ScoreTarget.OfSession.TEXT -> ofSession(span, score);
                default -> Scores.record(span, score);
            }
        } catch (IllegalArgumentException unusable) {
            AgentLog.warnThrottled(
                    "score-" + rule.name(), "no score " + rule.name() + ": its value " + unusable.getMessage());
        }
    }

    private static void ofSession(Span span, Score score) {
        if (!Scores.recordOnSession(span, score)) {
            AgentLog.warnThrottled(
                    "score-" + score.name(), "no score " + score.name() + " on the session: it isn't known there");
        }
    }
}
