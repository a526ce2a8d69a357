package dev.narrative.model.score;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import org.jspecify.annotations.Nullable;

/** Scores as {@code gen_ai.evaluation.result} events, and back. */
public final class ScoreEvents {
    /** The scope of spans that are nothing but a score that was given later. */
    public static final String SCOPE = "narrative.scores";

    /** How the names of such spans begin. */
    public static final String SPAN_NAME = "score ";

    private ScoreEvents() {}

    /** The event that carries a score. */
    public static SpanEvent of(Score score, long epochNanos) {
        ScoreValue value = score.value();
        Attributes details = new Attributes().put(AttributeNames.GEN_AI_EVALUATION_NAME, score.name());
        if (value instanceof ScoreValue.Numeric numeric) {
            details.put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, numeric.number());
        } else {
            if (value instanceof ScoreValue.Flag flag) {
                details.put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, flag.set() ? 1.0 : 0.0);
            }
            details.put(
                    AttributeNames.GEN_AI_EVALUATION_SCORE_LABEL, value.plain().toString());
        }
        details.put(AttributeNames.SCORE_TYPE, value.type().text());
        if (score.comment() != null) {
            details.put(AttributeNames.GEN_AI_EVALUATION_EXPLANATION, score.comment());
        }
        if (score.id() != null) {
            details.put(AttributeNames.SCORE_ID, score.id());
        }
        return new SpanEvent(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT, epochNanos, details);
    }

    /** The name of a span that is nothing but this score. */
    public static String spanName(Score score) {
        return SPAN_NAME + score.name();
    }

    /**
     * The score that an event carries, {@code null} when it carries none. Where the type isn't said, as in events that
     * others made, a number is numeric and a label a category.
     */
    public static @Nullable Score read(SpanEvent event) {
        if (!event.name().equals(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT)) {
            return null;
        }
        Attributes details = event.attributes();
        String name = text(details, AttributeNames.GEN_AI_EVALUATION_NAME);
        Object number = details.get(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE);
        Object label = details.get(AttributeNames.GEN_AI_EVALUATION_SCORE_LABEL);
        Object plain = number == null ? label : number;
        if (name == null || plain == null) {
            return null;
        }
        String said = text(details, AttributeNames.SCORE_TYPE);
        ScoreType type = said == null ? null : ScoreType.find(said);
        try {
            return new Score(
                    name,
                    type == null ? ScoreValue.of(plain) : type.value(plain),
                    text(details, AttributeNames.GEN_AI_EVALUATION_EXPLANATION),
                    text(details, AttributeNames.SCORE_ID));
        } catch (IllegalArgumentException unusable) {
            return null;
        }
    }

    private static @Nullable String text(Attributes details, String key) {
        return details.get(key) instanceof String text ? text : null;
    }
}
