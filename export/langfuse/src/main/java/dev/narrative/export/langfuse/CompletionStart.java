package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** When the first token of a streamed answer came. */
final class CompletionStart {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private CompletionStart() {}

    static void write(SpanData span, SpanValues values, Attributes fields) {
        if (values.take(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK) instanceof Number seconds
                && seconds.doubleValue() >= 0
                && seconds.doubleValue() * NANOS < Long.MAX_VALUE) {
            long nanos = span.startEpochNanos() + Math.round(seconds.doubleValue() * NANOS);
            fields.put(LangfuseAttributes.COMPLETION_START_TIME, iso(nanos));
        }
    }

    /** UTC, to the millisecond, as Langfuse keeps times. */
    static String iso(long epochNanos) {
        return Instant.ofEpochMilli(Math.floorDiv(epochNanos, 1_000_000L)).toString();
    }
}
