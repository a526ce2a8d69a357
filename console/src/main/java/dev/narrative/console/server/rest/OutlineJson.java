package dev.narrative.console.server.rest;

import dev.narrative.model.Ids;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.AttributeJson;
import dev.narrative.model.json.JsonWriter;
import java.math.BigDecimal;
import java.util.Locale;

/** A span as a line of a list: what a page draws before anybody asks for its contents. What is usual is left out. */
final class OutlineJson {
    private OutlineJson() {}

    /**
     * Writes a span.
     *
     * @param traceStartNanos offsets are milliseconds after it
     */
    static void write(JournalSpan span, long traceStartNanos, JsonWriter out) {
        out.beginObject();
        out.name("spanId").hex(span.spanId());
        if (span.parentSpanId() != 0) {
            out.name("parentSpanId").hex(span.parentSpanId());
        }
        out.name("name").value(span.name());
        out.name("service").value(span.resource().serviceName());
        out.name("offsetMs").value(millis(span.startEpochNanos() - traceStartNanos));
        if (span.state() == SpanState.ENDED) {
            out.name("durationMs").value(millis(Math.max(0, span.endEpochNanos() - span.startEpochNanos())));
        } else {
            out.name("state").value(span.state().name().toLowerCase(Locale.ROOT));
        }
        if (span.status() == StatusCode.ERROR) {
            out.name("status").value("error");
        }
        if (span.statusMessage() != null) {
            out.name("statusMessage").value(span.statusMessage());
        }
        out.name("attributes").beginObject();
        attributes(span, out);
        out.endObject().endObject();
    }

    /** Writes a span's attributes as members of an object that is begun. */
    static void attributes(JournalSpan span, JsonWriter out) {
        span.visitAttributes(new AttributeJson(out));
    }

    static void id(String name, long spanId, JsonWriter out) {
        out.name(name).value(Ids.spanId(spanId));
    }

    private static double millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).doubleValue();
    }
}
