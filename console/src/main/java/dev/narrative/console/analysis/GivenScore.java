package dev.narrative.console.analysis;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKey;
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
import org.jspecify.annotations.Nullable;

/**
 * A score and what it judges.
 *
 * @param target {@code span}, {@code trace} or {@code session}
 * @param trace the trace that carries it
 * @param span the span that was judged, 0 where it is the trace or the session
 * @param spanName the name of that span, empty where it is not known
 * @param session the one that is judged, or that the score belongs to; {@code null} where none is known
 */
public record GivenScore(
        Score score,
        String target,
        TraceId trace,
        long span,
        String spanName,
        @Nullable String session,
        long epochNanos) {
    /** What a repeat of it overwrites. */
    private Object key() {
        String id = score.id();
        if (id != null) {
            return id;
        }
        Object judged = isOfSession() && session != null ? session : trace;
        return List.of(target, judged, span, score.name());
    }

    /** Whether a session is judged, and not something of the trace that carries the score. */
    public boolean isOfSession() {
        return target.equals(ScoreTarget.OfSession.TEXT);
    }

    /** The value as text. */
    public String value() {
        return score.value().plain().toString();
    }

    /** The scores that spans carry, in the order of their names; of repeats the last. */
    public static List<GivenScore> of(List<JournalSpan> spans) {
        Map<SpanKey, String> names = new HashMap<>();
        for (JournalSpan span : spans) {
            names.put(key(span, span.spanId()), span.name());
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

    private static GivenScore of(JournalSpan carrier, Score score, long epochNanos, Map<SpanKey, String> names) {
        String target = carrier.attributes().get(AttributeNames.SCORE_TARGET) instanceof String named ? named : "";
        TraceId trace = TraceId.of(carrier);
        String session = carrier.attributes().get(AttributeNames.SESSION_ID) instanceof String id ? id : null;
        if (target.equals(ScoreTarget.OfTrace.TEXT) || target.equals(ScoreTarget.OfSession.TEXT)) {
            return new GivenScore(score, target, trace, 0, "", session, epochNanos);
        }
        long span = target.equals(ScoreTarget.OfSpan.TEXT) ? carrier.parentSpanId() : carrier.spanId();
        String name = names.getOrDefault(key(carrier, span), "");
        return new GivenScore(score, ScoreTarget.OfSpan.TEXT, trace, span, name, session, epochNanos);
    }

    private static SpanKey key(JournalSpan span, long spanId) {
        return new SpanKey(span.traceIdHigh(), span.traceIdLow(), spanId);
    }
}
