package dev.narrative.core.method;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.capture.CapturedAttributes;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.rules.ScoreCapture;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule keeps of a call at one moment, its entry or its end. */
record CapturePlan(
        List<Capture> captures,
        List<ScoreCapture> scores,
        @Nullable CapturePath session,
        @Nullable CapturePath story,
        @Nullable CapturePath user) {

    /** The part of a rule whose values are known at the entry, or the rest of it. */
    static CapturePlan of(Rule rule, boolean atEntry) {
        return new CapturePlan(
                part(rule.captures(), atEntry),
                scores(rule.scores(), atEntry),
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
        span.correlateByAttributes();
        for (ScoreCapture score : scores) {
            MethodScores.record(span, score, values.of(score.capture()));
        }
    }

    private boolean correlates() {
        return session != null || story != null || user != null;
    }

    private static List<Capture> part(List<Capture> all, boolean atEntry) {
        List<Capture> part = new ArrayList<>(all.size());
        for (Capture capture : all) {
            if (CallValues.isKnownAtEntry(capture.path()) == atEntry && !ArtifactCapture.isContent(capture)) {
                part.add(capture);
            }
        }
        return List.copyOf(part);
    }

    private static List<ScoreCapture> scores(List<ScoreCapture> all, boolean atEntry) {
        List<ScoreCapture> part = new ArrayList<>(all.size());
        for (ScoreCapture score : all) {
            if (CallValues.isKnownAtEntry(score.capture().path()) == atEntry) {
                part.add(score);
            }
        }
        return List.copyOf(part);
    }

    private static @Nullable CapturePath part(@Nullable CapturePath path, boolean atEntry) {
        return path != null && CallValues.isKnownAtEntry(path) == atEntry ? path : null;
    }
}
