package dev.narrative.console.export;

import dev.narrative.console.analysis.DurationHistogram;
import dev.narrative.console.analysis.TraceGroup;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.StatsRow;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as JSON objects. Moments are ISO 8601 in UTC, durations milliseconds, costs US dollars; what is not known
 * is left out.
 */
public final class SummaryJson {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private SummaryJson() {}

    public static void write(TraceSummary trace, JsonWriter out) {
        out.beginObject();
        members(trace, out);
        out.endObject();
    }

    /** A trace as lists have it: with what was called in it. */
    public static void write(TraceSummary trace, TraceCalls calls, JsonWriter out) {
        out.beginObject();
        members(trace, out);
        out.name("models").beginArray();
        calls.models().forEach(out::value);
        out.endArray();
        Long firstToken = calls.firstToken();
        if (firstToken != null) {
            millis("firstTokenMs", firstToken, out);
        }
        out.endObject();
    }

    /** The members of a trace's object, for one that has more. */
    static void members(TraceSummary trace, JsonWriter out) {
        out.name("traceId").value(trace.id().toString());
        out.name("name").value(trace.name());
        out.name("service").value(trace.service());
        out.name("status").value(trace.status().word());
        times(trace.startNanos(), trace.endNanos(), out);
        out.name("spanCount").value(trace.spans());
        out.name("errorCount").value(trace.errors());
        out.name("running").value(trace.running());
        out.name("interrupted").value(trace.interrupted());
        usage(trace.inputTokens(), trace.outputTokens(), trace.cost(), out);
        text("sessionId", trace.session(), out);
        text("storyId", trace.story(), out);
        text("userId", trace.user(), out);
    }

    public static void write(SessionSummary session, JsonWriter out) {
        out.beginObject();
        out.name("sessionId").value(session.id());
        times(session.startNanos(), session.endNanos(), out);
        out.name("traceCount").value(session.traces());
        out.name("spanCount").value(session.spans());
        out.name("errorCount").value(session.errors());
        out.name("running").value(session.running());
        usage(session.inputTokens(), session.outputTokens(), session.cost(), out);
        text("storyId", session.story(), out);
        text("userId", session.user(), out);
        out.endObject();
    }

    /** Traces that have this in common. */
    public static void write(TraceGroup group, String idName, JsonWriter out) {
        out.beginObject();
        out.name(idName).value(group.id());
        times(group.startNanos(), group.endNanos(), out);
        out.name("traceCount").value(group.traces());
        out.name("sessionCount").value(group.sessions());
        out.name("spanCount").value(group.spans());
        out.name("errorCount").value(group.errors());
        out.name("running").value(group.running());
        usage(group.inputTokens(), group.outputTokens(), group.cost(), out);
        out.endObject();
    }

    public static void write(DurationHistogram.Bucket bucket, JsonWriter out) {
        out.beginObject();
        millis("fromMs", bucket.fromNanos(), out);
        millis("toMs", bucket.toNanos(), out);
        out.name("count").value(bucket.count());
        out.name("errors").value(bucket.errors());
        out.endObject();
    }

    public static void write(StatsRow row, JsonWriter out) {
        out.beginObject();
        out.name("key").value(row.key());
        out.name("calls").value(row.calls());
        out.name("errors").value(row.errors());
        out.name("unpriced").value(row.unpriced());
        usage(row.inputTokens(), row.outputTokens(), row.cost(), out);
        millis("p50Ms", row.p50(), out);
        millis("p95Ms", row.p95(), out);
        millis("p99Ms", row.p99(), out);
        Long firstToken = row.firstToken();
        if (firstToken != null) {
            millis("firstTokenMs", firstToken, out);
        }
        out.endObject();
    }

    static void times(long startNanos, long endNanos, JsonWriter out) {
        out.name("start").value(moment(startNanos));
        out.name("end").value(moment(endNanos));
        millis("durationMs", Math.max(0, endNanos - startNanos), out);
    }

    static void millis(String name, long nanos, JsonWriter out) {
        out.name(name).value(BigDecimal.valueOf(nanos, 6).doubleValue());
    }

    static void text(String name, @Nullable String text, JsonWriter out) {
        if (text != null) {
            out.name(name).value(text);
        }
    }

    static String moment(long epochNanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND))
                .toString();
    }

    private static void usage(long input, long output, @Nullable Double cost, JsonWriter out) {
        out.name("inputTokens").value(input);
        out.name("outputTokens").value(output);
        if (cost != null) {
            out.name("cost").value(cost.doubleValue());
        }
    }
}
