package dev.narrative.console.export;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.AttributeJson;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/** A trace as one JSON object; spans in the order of their start. */
public final class TraceJson implements TraceFormat.Writer {
    @Override
    public String write(TraceSummary trace, List<JournalSpan> spans) {
        JsonWriter out = new JsonWriter(64 * 1_024);
        out.beginObject();
        SummaryJson.members(trace, out);
        out.name("spans").beginArray();
        spans.forEach(span -> write(span, out));
        out.endArray();
        scores(spans, out);
        out.endObject();
        return out.text() + "\n";
    }

    private static void scores(List<JournalSpan> spans, JsonWriter out) {
        out.name("scores").beginArray();
        GivenScore.of(spans).forEach(score -> write(score, out));
        out.endArray();
    }

    /** A score, and what it is of. */
    public static void write(GivenScore given, JsonWriter out) {
        out.beginObject().name("name").value(given.score().name());
        out.name("type").value(given.score().value().type().text());
        Object value = given.score().value().plain();
        if (value instanceof Double number) {
            out.name("value").value(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            out.name("value").value(flag.booleanValue());
        } else {
            out.name("value").value(given.value());
        }
        out.name("target").value(given.target());
        if (!given.isOfSession()) {
            out.name("traceId").value(given.trace().toString());
        }
        if (given.span() != 0) {
            out.name("spanId").value(Ids.spanId(given.span()));
        }
        SummaryJson.text("sessionId", given.session(), out);
        out.name("time").value(SummaryJson.moment(given.epochNanos()));
        SummaryJson.text("comment", given.score().comment(), out);
        SummaryJson.text("id", given.score().id(), out);
        out.endObject();
    }

    /** A span with everything that is known of it. */
    public static void write(JournalSpan span, JsonWriter out) {
        out.beginObject();
        members(span, out);
        out.endObject();
    }

    /** The members of a span's object, for one that has more. */
    public static void members(JournalSpan span, JsonWriter out) {
        out.name("spanId").value(Ids.spanId(span.spanId()));
        if (span.parentSpanId() != 0) {
            out.name("parentSpanId").value(Ids.spanId(span.parentSpanId()));
        }
        out.name("name").value(span.name());
        out.name("kind").value(span.kind().name().toLowerCase(Locale.ROOT));
        out.name("service").value(span.resource().serviceName());
        out.name("scope").value(span.scope());
        out.name("state").value(span.state().name().toLowerCase(Locale.ROOT));
        out.name("status").value(span.status().name().toLowerCase(Locale.ROOT));
        SummaryJson.text("statusMessage", span.statusMessage(), out);
        if (span.state() == SpanState.ENDED) {
            SummaryJson.times(span.startEpochNanos(), span.endEpochNanos(), out);
        } else {
            out.name("start").value(SummaryJson.moment(span.startEpochNanos()));
        }
        out.name("attributes").beginObject();
        span.visitAttributes(new AttributeJson(out));
        out.endObject();
        out.name("events").beginArray();
        for (SpanEvent event : span.events()) {
            out.beginObject().name("name").value(event.name());
            out.name("time").value(SummaryJson.moment(event.epochNanos()));
            out.name("attributes").beginObject();
            event.attributes().visit(new AttributeJson(out));
            out.endObject().endObject();
        }
        out.endArray();
    }
}
