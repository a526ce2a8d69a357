package dev.narrative.export.langfuse;

import dev.narrative.core.score.Score;
import dev.narrative.core.score.ScoreEvents;
import dev.narrative.core.score.ScoreTarget;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String session = values.takeText(AttributeNames.SESSION_ID);
        String environment = Environments.valid(values.takeText(LangfuseAttributes.ENVIRONMENT));
        List<LangfuseScore> scores = new ArrayList<>(2);
        for (SpanEvent event : span.events()) {
            Score score = ScoreEvents.read(event);
            if (score != null && (session != null || !ScoreTarget.OfSession.TEXT.equals(target))) {
                scores.add(score(
                        span,
                        target == null ? "" : target,
                        session == null ? "" : Bounded.id(session),
                        score,
                        environment == null ? process.environment() : environment,
                        event.epochNanos()));
            }
        }
        return scores;
    }

    private static LangfuseScore score(
            SpanData span, String target, String session, Score score, @Nullable String environment, long epochNanos) {
        String trace = Ids.traceId(span.traceIdHigh(), span.traceIdLow());
        return switch (target) {
            case ScoreTarget.OfSession.TEXT ->
                new LangfuseScore(id(score, target, session), null, null, session, score, environment, epochNanos);
            case ScoreTarget.OfTrace.TEXT ->
                new LangfuseScore(id(score, target, trace), trace, null, null, score, environment, epochNanos);
            default -> {
                boolean isOfParent = target.equals(ScoreTarget.OfSpan.TEXT);
                String observation = Ids.spanId(isOfParent ? span.parentSpanId() : span.spanId());
                String id = id(score, ScoreTarget.OfSpan.TEXT, trace, observation);
                yield new LangfuseScore(id, trace, observation, null, score, environment, epochNanos);
            }
        };
    }

    /** The caller's own id, or one that name and target make. */
    private static String id(Score score, String... target) {
        String own = score.id();
        return own == null ? StableIds.of(String.join("/", target), score.name()) : own;
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
