package dev.narrative.console.export;

import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.util.List;

/**
 * A trace as Zipkin's list of spans, version 2.
 *
 * @see <a href="https://zipkin.io/zipkin-api/#/default/post_spans">Zipkin's API</a>
 */
final class TraceZipkin implements TraceFormat.Writer {
    private static final long NANOS_PER_MICRO = 1_000;

    @Override
    public String write(TraceSummary trace, List<JournalSpan> spans) {
        JsonWriter out = new JsonWriter(64 * 1_024);
        out.beginArray();
        spans.forEach(span -> write(span, out));
        return out.endArray().text() + "\n";
    }

    private static void write(JournalSpan span, JsonWriter out) {
        out.beginObject();
        out.name("traceId").value(Ids.traceId(span.traceIdHigh(), span.traceIdLow()));
        out.name("id").value(Ids.spanId(span.spanId()));
        if (span.parentSpanId() != 0) {
            out.name("parentId").value(Ids.spanId(span.parentSpanId()));
        }
        out.name("name").value(span.name());
        if (span.kind() != SpanKind.INTERNAL) {
            out.name("kind").value(span.kind().name());
        }
        out.name("timestamp").value(span.startEpochNanos() / NANOS_PER_MICRO);
        if (span.state() == SpanState.ENDED) {
            // Zipkin takes 0 for unknown.
            long micros = (span.endEpochNanos() - span.startEpochNanos()) / NANOS_PER_MICRO;
            out.name("duration").value(Math.max(1, micros));
        }
        out.name("localEndpoint").beginObject();
        out.name("serviceName").value(span.resource().serviceName()).endObject();
        events(span, out);
        out.name("tags").beginObject();
        span.visitAttributes(new AttributeTexts((key, value) -> out.name(key).value(value)));
        if (span.status() == StatusCode.ERROR) {
            String message = span.statusMessage();
            out.name("error").value(message == null ? "true" : message);
        }
        out.endObject().endObject();
    }

    private static void events(JournalSpan span, JsonWriter out) {
        if (span.events().isEmpty()) {
            return;
        }
        out.name("annotations").beginArray();
        for (SpanEvent event : span.events()) {
            out.beginObject();
            out.name("timestamp").value(event.epochNanos() / NANOS_PER_MICRO);
            out.name("value").value(event.name()).endObject();
        }
        out.endArray();
    }
}
