package dev.narrative.console.analysis;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A score that was given to something of a trace.
 *
 * @param target {@code span}, {@code trace} or {@code session}
 * @param span the span that was judged, 0 where it is the trace or the session
 * @param spanName the name of that span, empty where it is not known
 */
public record GivenScore(Score score, String target, long span, String spanName, long epochNanos) {
    /** What a repeat of it overwrites. */
    private Object key() {
        String id = score.id();
        return id == null ? List.of(target, span, score.name()) : id;
    }

    /** The value as text. */
    public String value() {
        return score.value().plain().toString();
    }

    /** The scores that spans carry, in the order of their names; of repeats the last. */
    public static List<GivenScore> of(List<JournalSpan> spans) {
        Map<Long, String> names = new HashMap<>();
        for (JournalSpan span : spans) {
            names.put(span.spanId(), span.name());
        }
        Map<Object, GivenScore> last = new LinkedHashMap<>();
        for (JournalSpan span : spans) {
            for (SpanEvent event : span.events()) {
                Score score = ScoreEvents.read(event);
                if (score != null) {
                    GivenScore given = of(span, score, event.epochNanos(), names);
                    last.merge(given.key(), given, (a, b) -> a.epochNanos() > b.epochNanos() ? a : b);
                }
            }
        }
        List<GivenScore> scores = new ArrayList<>(last.values());
        scores.sort(Comparator.comparing((GivenScore given) -> given.score().name())
                .thenComparingLong(GivenScore::epochNanos));
        return scores;
    }

    private static GivenScore of(JournalSpan carrier, Score score, long epochNanos, Map<Long, String> names) {
        Object target = carrier.attributes().get(AttributeNames.SCORE_TARGET);
        if (ScoreTarget.OfTrace.TEXT.equals(target) || ScoreTarget.OfSession.TEXT.equals(target)) {
            return new GivenScore(score, target.toString(), 0, "", epochNanos);
        }
        long span = ScoreTarget.OfSpan.TEXT.equals(target) ? carrier.parentSpanId() : carrier.spanId();
        return new GivenScore(score, ScoreTarget.OfSpan.TEXT, span, names.getOrDefault(span, ""), epochNanos);
    }
}
