package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.score.LangfuseScore;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.util.ArrayList;
import java.util.List;

/** Turns the scores that spans carry into those of Langfuse. Pure. */
final class ScoreMapping {
    private final ProcessFields process;

    ScoreMapping(ProcessFields process) {
        this.process = process;
    }

    /** Whether a span is nothing but a score that was given later, and no observation. */
    static boolean isScoreAlone(SpanData span) {
        return hasScore(span) && SpanValues.of(span).has(AttributeNames.SCORE_TARGET);
    }

    /** The scores of a span: of itself, or of what it names. */
    List<LangfuseScore> scores(SpanData span) {
        if (!hasScore(span)) {
            return List.of();
        }
        SpanValues values = SpanValues.of(span);
        String target = values.takeText(AttributeNames.SCORE_TARGET);
        String known = values.takeText(AttributeNames.SESSION_ID);
        String session = known == null ? "" : known;
        String environment = Environments.valid(values.takeText(LangfuseAttributes.ENVIRONMENT));
        List<LangfuseScore> scores = new ArrayList<>(2);
        for (SpanEvent event : span.events()) {
            Score score = ScoreEvents.read(event);
            if (score != null && (!session.isBlank() || !ScoreTarget.OfSession.TEXT.equals(target))) {
                ScoreTarget judged = target(span, target == null ? "" : target, Bounded.id(session));
                String used = environment == null ? process.environment() : environment;
                scores.add(LangfuseScore.of(judged, score, used, event.epochNanos()));
            }
        }
        return scores;
    }

    /** What a score that a span carries is about: what the span names, else the span itself. */
    private static ScoreTarget target(SpanData span, String named, String session) {
        return switch (named) {
            case ScoreTarget.OfSession.TEXT -> ScoreTarget.session(session);
            case ScoreTarget.OfTrace.TEXT -> ScoreTarget.trace(span);
            case ScoreTarget.OfSpan.TEXT ->
                new ScoreTarget.OfSpan(span.traceIdHigh(), span.traceIdLow(), span.parentSpanId());
            default -> ScoreTarget.span(span);
        };
    }

    private static boolean hasScore(SpanData span) {
        for (SpanEvent event : span.events()) {
            if (event.name().equals(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT)) {
                return true;
            }
        }
        return false;
    }
}
