package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.score.ScoreEvents;

/** Why a span is of interest to those who look at models. */
enum SpanInterest {
    /** A call of a model, or a step of what is built around models: it goes with everything above it. */
    MODEL,
    /** Named by a rule or made by the application itself, or scored: it goes alone. */
    NAMED,
    /** Plumbing, unless a model call is within it. */
    NONE;

    private static final String API_SCOPE = "narrative.api";

    static SpanInterest of(SpanData span) {
        SpanValues values = SpanValues.of(span);
        boolean named = values.has(AttributeNames.RULE) || span.scope().startsWith(API_SCOPE);
        ObservationType type = ObservationType.take(values);
        if (type == ObservationType.GENERATION || type == ObservationType.EMBEDDING) {
            return MODEL;
        }
        if (named || isScored(span)) {
            return NAMED;
        }
        return type == ObservationType.SPAN || type == ObservationType.EVENT ? NONE : MODEL;
    }

    private static boolean isScored(SpanData span) {
        for (SpanEvent event : span.events()) {
            if (ScoreEvents.read(event) != null) {
                return true;
            }
        }
        return false;
    }
}
