package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score and what it judges, of one or more traces.
 *
 * @param target {@code span}, {@code trace} or {@code session}
 * @param spanId the span that is judged, {@code null} where none is
 * @param session the trace's, or the one that is judged
 */
record ListedScore(
        Score score,
        String target,
        TraceId traceId,
        @Nullable String spanId,
        @Nullable String session,
        long epochNanos) {

    /** The scores that these spans carry, in the order of their time; of those that overwrite each other the last. */
    static Collection<ListedScore> of(List<JournalSpan> spans) {
        List<ListedScore> all = new ArrayList<>();
        for (JournalSpan span : spans) {
            for (SpanEvent event : span.events()) {
                Score score = ScoreEvents.read(event);
                if (score != null) {
                    all.add(of(span, score, event.epochNanos()));
                }
            }
        }
        all.sort(Comparator.comparingLong(ListedScore::epochNanos));
        Map<String, ListedScore> last = new LinkedHashMap<>();
        all.forEach(one -> last.put(one.key(), one));
        return last.values();
    }

    void write(JsonWriter out) {
        out.beginObject();
        out.name("name").value(score.name());
        out.name("type").value(score.value().type().text());
        out.name("value");
        Object plain = score.value().plain();
        if (plain instanceof Boolean flag) {
            out.value(flag.booleanValue());
        } else if (plain instanceof Number number) {
            out.value(number.doubleValue());
        } else {
            out.value(plain.toString());
        }
        text("comment", score.comment(), out);
        text("id", score.id(), out);
        out.name("target").value(target);
        if (!target.equals(ScoreTarget.OfSession.TEXT)) {
            out.name("traceId").value(traceId.toString());
        }
        text("spanId", spanId, out);
        text("sessionId", session, out);
        out.name("time").value(Instant.ofEpochSecond(0, epochNanos).toString());
        out.endObject();
    }

    private static ListedScore of(JournalSpan span, Score score, long epochNanos) {
        // A span that a score was given while it ran carries no target: it is the one that is judged.
        String said = span.attributes().get(AttributeNames.SCORE_TARGET) instanceof String text ? text : "";
        String target = said.isEmpty() ? ScoreTarget.OfSpan.TEXT : said;
        long judged = said.isEmpty() ? span.spanId() : span.parentSpanId();
        return new ListedScore(
                score,
                target,
                TraceId.of(span),
                target.equals(ScoreTarget.OfSpan.TEXT) ? Ids.spanId(judged) : null,
                span.attributes().get(AttributeNames.SESSION_ID) instanceof String session ? session : null,
                epochNanos);
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
}
