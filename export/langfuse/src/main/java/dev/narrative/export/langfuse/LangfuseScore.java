package dev.narrative.export.langfuse;

import dev.narrative.core.score.Score;
import dev.narrative.core.score.ScoreValue;
import dev.narrative.model.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A score as Langfuse takes it. Either a trace is its target, with or without one of its observations, or a session.
 *
 * @param id the key under which a repeat overwrites
 */
record LangfuseScore(
        String id,
        @Nullable String traceId,
        @Nullable String observationId,
        @Nullable String sessionId,
        Score score,
        @Nullable String environment,
        long epochNanos) {

    private static final String EVENT_TYPE = "score-create";

    /** Writes it as one event of a batch. */
    void write(JsonWriter out) {
        String timestamp = CompletionStart.iso(epochNanos);
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
