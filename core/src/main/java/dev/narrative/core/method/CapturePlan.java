package dev.narrative.core.method;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.capture.CapturedAttributes;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule keeps of a call at one moment, its entry or its end. */
record CapturePlan(
        List<Capture> captures,
        List<Capture> scores,
        @Nullable CapturePath session,
        @Nullable CapturePath story,
        @Nullable CapturePath user) {

    /** The part of a rule whose values are known at the entry, or the rest of it. */
    static CapturePlan of(Rule rule, boolean atEntry) {
        return new CapturePlan(
                part(rule.captures(), atEntry),
                part(rule.scores(), atEntry),
                part(rule.session(), atEntry),
                part(rule.story(), atEntry),
                part(rule.user(), atEntry));
    }

    boolean isEmpty() {
        return captures.isEmpty() && scores.isEmpty() && !correlates();
    }

    void apply(Span span, CallValues values) {
        if (correlates()) {
            span.correlate(new Correlation(values.text(session), values.text(story), values.text(user), null));
        }
        if (!span.isSampled()) {
            return;
        }
        for (Capture capture : captures) {
            CapturedAttributes.put(span.attributes(), capture.target(), values.of(capture));
        }
        for (Capture score : scores) {
            score(span, score.target(), values.of(score));
        }
    }

    private boolean correlates() {
        return session != null || story != null || user != null;
    }

    private static void score(Span span, String name, @Nullable Object value) {
        Attributes details = new Attributes().put(AttributeNames.GEN_AI_EVALUATION_NAME, name);
        if (value instanceof Number number) {
            details.put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, number.doubleValue());
        } else if (value != null) {
            details.put(AttributeNames.GEN_AI_EVALUATION_SCORE_LABEL, value.toString());
        } else {
            return;
        }
        span.addEvent(new SpanEvent(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT, span.now(), details));
    }

    private static List<Capture> part(List<Capture> all, boolean atEntry) {
        List<Capture> part = new ArrayList<>(all.size());
        for (Capture capture : all) {
            if (CallValues.isKnownAtEntry(capture.path()) == atEntry) {
                part.add(capture);
            }
        }
        return List.copyOf(part);
    }

    private static @Nullable CapturePath part(@Nullable CapturePath path, boolean atEntry) {
        return path != null && CallValues.isKnownAtEntry(path) == atEntry ? path : null;
    }
}
