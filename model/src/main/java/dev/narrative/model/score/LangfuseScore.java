package dev.narrative.model.score;

import dev.narrative.model.Ids;
import dev.narrative.model.json.JsonWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score as Langfuse takes it. Either a trace is its target, with or without one of its observations, or a session.
 *
 * @param id the key under which a repeat overwrites: the caller's own, or one that name and target make
 */
public record LangfuseScore(
        String id,
        @Nullable String traceId,
        @Nullable String observationId,
        @Nullable String sessionId,
        Score score,
        @Nullable String environment,
        long epochNanos) {

    /** Where Langfuse takes batches of them. */
    public static final String PATH = "/api/public/ingestion";

    private static final String EVENT_TYPE = "score-create";
    private static final int TYPICAL_BYTES = 400;

    /**
     * The score of a target.
     *
     * @param environment Langfuse's, in its spelling; {@code null} for its default
     */
    public static LangfuseScore of(ScoreTarget target, Score score, @Nullable String environment, long epochNanos) {
        if (target instanceof ScoreTarget.OfSession session) {
            String id = id(score, target.text(), session.id());
            return new LangfuseScore(id, null, null, session.id(), score, environment, epochNanos);
        }
        if (target instanceof ScoreTarget.OfSpan span) {
            String trace = Ids.traceId(span.traceIdHigh(), span.traceIdLow());
            String observation = Ids.spanId(span.spanId());
            String id = id(score, target.text(), trace, observation);
            return new LangfuseScore(id, trace, observation, null, score, environment, epochNanos);
        }
        ScoreTarget.OfTrace whole = (ScoreTarget.OfTrace) target;
        String trace = Ids.traceId(whole.traceIdHigh(), whole.traceIdLow());
        return new LangfuseScore(id(score, target.text(), trace), trace, null, null, score, environment, epochNanos);
    }

    /** The body of a request with these scores, JSON for Langfuse's ingestion endpoint. */
    public static byte[] batch(List<LangfuseScore> scores) {
        JsonWriter out = new JsonWriter(TYPICAL_BYTES * scores.size());
        out.beginObject().name("batch").beginArray();
        scores.forEach(score -> score.write(out));
        out.endArray().endObject();
        return Arrays.copyOf(out.buffer(), out.size());
    }

    /** Writes it as one event of a batch. */
    private void write(JsonWriter out) {
        // UTC, to the millisecond, as Langfuse keeps times.
        String timestamp =
                Instant.ofEpochMilli(Math.floorDiv(epochNanos, 1_000_000L)).toString();
        out.beginObject();
        out.name("id").value(StableIds.of(id, timestamp));
        out.name("type").value(EVENT_TYPE);
        out.name("timestamp").value(timestamp);
        out.name("body").beginObject();
        text(out, "id", id);
        text(out, "traceId", traceId);
        text(out, "observationId", observationId);
        text(out, "sessionId", sessionId);
        text(out, "name", score.name());
        text(out, "dataType", score.value().type().name());
        value(out.name("value"));
        text(out, "comment", score.comment());
        text(out, "environment", environment);
        out.endObject().endObject();
    }

    private static String id(Score score, String... target) {
        String own = score.id();
        return own == null ? StableIds.of(String.join("/", target), score.name()) : own;
    }

    /** Langfuse takes yes and no as 1 and 0. */
    private void value(JsonWriter out) {
        ScoreValue value = score.value();
        if (value instanceof ScoreValue.Numeric numeric) {
            out.value(numeric.number());
        } else if (value instanceof ScoreValue.Flag flag) {
            out.value(flag.set() ? 1 : 0);
        } else {
            out.value(value.plain().toString());
        }
    }

    private static void text(JsonWriter out, String name, @Nullable String text) {
        if (text != null) {
            out.name(name).value(text);
        }
    }
}
