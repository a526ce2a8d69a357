package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score and what it judges.
 *
 * @param target {@code span}, {@code trace} or {@code session}
 * @param spanId the span that is judged, {@code null} where none is
 * @param session the trace's, or the one that is judged
 */
record GivenScore(
        Score score,
        String target,
        TraceId traceId,
        @Nullable String spanId,
        @Nullable String session,
        long epochNanos) {

    /** The scores that these spans carry; of those that overwrite each other the last. */
    static Collection<GivenScore> of(List<JournalSpan> spans) {
        Map<String, GivenScore> byKey = new LinkedHashMap<>();
        spans.stream()
                .flatMap(span ->
                        span.events().stream().map(event -> of(span, event)).filter(given -> given != null))
                .sorted(Comparator.comparingLong(GivenScore::epochNanos))
                .forEach(given -> byKey.put(given.key(), given));
        return byKey.values();
    }

    void write(JsonWriter out) {
        out.beginObject();
        out.name("name").value(score.name());
        out.name("type").value(score.type());
        if (score.label() != null && !score.type().equals("boolean")) {
            out.name("value").value(score.label());
        } else if (score.type().equals("boolean")) {
            out.name("value").value("true".equals(score.label()));
        } else if (score.number() != null) {
            out.name("value").value(score.number().doubleValue());
        }
        text("comment", score.comment(), out);
        text("id", score.id(), out);
        out.name("target").value(target);
        if (!target.equals("session")) {
            out.name("traceId").value(traceId.toString());
        }
        text("spanId", spanId, out);
        text("sessionId", session, out);
        out.name("time").value(moment(epochNanos));
        out.endObject();
    }

    private static @Nullable GivenScore of(JournalSpan span, SpanEvent event) {
        Score score = Score.of(event);
        if (score == null) {
            return null;
        }
        String target = span.attributes().get(AttributeNames.SCORE_TARGET) instanceof String said ? said : "";
        Long judged =
                target.isEmpty() ? Long.valueOf(span.spanId()) : target.equals("span") ? span.parentSpanId() : null;
        return new GivenScore(
                score,
                target.isEmpty() ? "span" : target,
                TraceId.of(span),
                judged == null ? null : Ids.spanId(judged),
                span.attributes().get(AttributeNames.SESSION_ID) instanceof String session ? session : null,
                event.epochNanos());
    }

    private String key() {
        String own = score.id();
        return own != null ? "id " + own : target + " " + traceId + " " + spanId + " " + session + " " + score.name();
    }

    private static void text(String name, @Nullable String value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value);
        }
    }

    private static String moment(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
