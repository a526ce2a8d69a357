package dev.narrative.model.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.json.JsonWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Writes spans of one process as lines of OTLP-JSON, each a whole {@code TracesData}: ids in hex, 64-bit integers and
 * times as text, enums as numbers. A span that is open has no end and carries {@code narrative.open}. Not thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP's JSON encoding</a>
 */
public final class OtlpJsonEncoder {
    /** {@code Span.flags}: sampled, and whether the parent is remote is known. */
    private static final int FLAGS_LOCAL_PARENT = 0x101;

    private static final int FLAGS_REMOTE_PARENT = 0x301;

    private static final byte[] SCOPE_BEGIN = ascii("{\"scope\":{\"name\":");
    private static final byte[] SPANS_BEGIN = ascii("},\"spans\":[");
    private static final byte[] SCOPE_END = ascii("]}");
    private static final byte[] LINE_END = ascii("]}]}\n");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] SPAN_BEGIN = ascii("{\"traceId\":");
    private static final byte[] SPAN_ID = ascii(",\"spanId\":");
    private static final byte[] PARENT_SPAN_ID = ascii(",\"parentSpanId\":");
    private static final byte[] TRACE_STATE = ascii(",\"traceState\":");
    private static final byte[] FLAGS = ascii(",\"flags\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] KIND = ascii(",\"kind\":");
    private static final byte[] START = ascii(",\"startTimeUnixNano\":");
    private static final byte[] END = ascii(",\"endTimeUnixNano\":");
    private static final byte[] ATTRIBUTES = ascii(",\"attributes\":[");
    private static final byte[] EVENTS = ascii(",\"events\":[");
    private static final byte[] EVENT_BEGIN = ascii("{\"timeUnixNano\":");
    private static final byte[] STATUS = ascii(",\"status\":{\"code\":");
    private static final byte[] STATUS_MESSAGE = ascii(",\"message\":");
    private static final byte[] CLOSE_ARRAY = ascii("]");
    private static final byte[] CLOSE_OBJECT = ascii("}");

    private final byte[] lineBegin;
    private final EncodedKeys keys = new EncodedKeys();

    public OtlpJsonEncoder(Resource resource) {
        lineBegin = lineBegin(resource);
    }

    /** Appends one line, newline included; nothing when there are no spans. */
    public void encode(List<? extends SpanData> spans, JsonWriter out) {
        if (spans.isEmpty()) {
            return;
        }
        OtlpJsonAttributes attributes = new OtlpJsonAttributes(out, keys);
        out.raw(lineBegin);
        BitSet written = new BitSet(spans.size());
        for (int first = 0; first < spans.size(); first = written.nextClearBit(first)) {
            if (first > 0) {
                out.raw(COMMA);
            }
            encodeScope(spans, first, written, out, attributes);
        }
        out.raw(LINE_END);
    }

    private static void encodeScope(
            List<? extends SpanData> spans, int first, BitSet written, JsonWriter out, OtlpJsonAttributes attributes) {
        String scope = spans.get(first).scope();
        out.raw(SCOPE_BEGIN).value(scope).raw(SPANS_BEGIN);
        for (int i = first; i < spans.size(); i++) {
            SpanData span = spans.get(i);
            if (!written.get(i) && span.scope().equals(scope)) {
                written.set(i);
                if (i > first) {
                    out.raw(COMMA);
                }
                encodeSpan(span, out, attributes);
            }
        }
        out.raw(SCOPE_END);
    }

    private static void encodeSpan(SpanData span, JsonWriter out, OtlpJsonAttributes attributes) {
        out.raw(SPAN_BEGIN).hex(span.traceIdHigh(), span.traceIdLow());
        out.raw(SPAN_ID).hex(span.spanId());
        String traceState = span.traceState();
        if (traceState != null && !traceState.isEmpty()) {
            out.raw(TRACE_STATE).value(traceState);
        }
        if (span.parentSpanId() != 0) {
            out.raw(PARENT_SPAN_ID).hex(span.parentSpanId());
        }
        out.raw(FLAGS).value(span.hasRemoteParent() ? FLAGS_REMOTE_PARENT : FLAGS_LOCAL_PARENT);
        out.raw(NAME).value(span.name());
        out.raw(KIND).value(span.kind().otlpNumber());
        out.raw(START).quoted(span.startEpochNanos());
        boolean open = span.endEpochNanos() == 0;
        if (!open) {
            out.raw(END).quoted(span.endEpochNanos());
        }
        attributes.begin(ATTRIBUTES);
        span.visitAttributes(attributes);
        if (open) {
            attributes.bool(AttributeNames.OPEN, true);
        }
        attributes.end();
        encodeEvents(span.events(), out, attributes);
        encodeStatus(span, out);
        out.raw(CLOSE_OBJECT);
    }

    private static void encodeEvents(List<SpanEvent> events, JsonWriter out, OtlpJsonAttributes attributes) {
        if (events.isEmpty()) {
            return;
        }
        out.raw(EVENTS);
        for (int i = 0; i < events.size(); i++) {
            SpanEvent event = events.get(i);
            if (i > 0) {
                out.raw(COMMA);
            }
            out.raw(EVENT_BEGIN).quoted(event.epochNanos()).raw(NAME).value(event.name());
            attributes.begin(ATTRIBUTES);
            event.attributes().visit(attributes);
            attributes.end();
            out.raw(CLOSE_OBJECT);
        }
        out.raw(CLOSE_ARRAY);
    }

    private static void encodeStatus(SpanData span, JsonWriter out) {
        if (span.status() == StatusCode.UNSET) {
            return;
        }
        out.raw(STATUS).value(span.status().otlpNumber());
        String message = span.statusMessage();
        if (message != null) {
            out.raw(STATUS_MESSAGE).value(message);
        }
        out.raw(CLOSE_OBJECT);
    }

    private static byte[] lineBegin(Resource resource) {
        JsonWriter out = new JsonWriter(512);
        OtlpJsonAttributes attributes = new OtlpJsonAttributes(out, new EncodedKeys());
        attributes.begin(ascii("{\"resourceSpans\":[{\"resource\":{\"attributes\":["));
        attributes.string(AttributeNames.SERVICE_NAME, resource.serviceName());
        attributes.skip(AttributeNames.SERVICE_NAME);
        resource.attributes().visit(attributes);
        attributes.end();
        out.raw(ascii("},\"scopeSpans\":["));
        return Arrays.copyOf(out.buffer(), out.size());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
