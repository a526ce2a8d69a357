package dev.narrative.export.otlp;

import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns spans into the bytes of an OTLP {@code ExportTraceServiceRequest}, grouped by scope. The numbers are those of
 * {@code opentelemetry/proto/trace/v1/trace.proto}. One thread at a time.
 */
public final class OtlpProtobufEncoder {
    private static final int RESOURCE_SPANS = 0x0a;
    private static final int SCOPE_SPANS = 0x12;
    private static final int SCOPE = 0x0a;
    private static final int SPANS = 0x12;

    private static final int TRACE_ID = 0x0a;
    private static final int SPAN_ID = 0x12;
    private static final int TRACE_STATE = 0x1a;
    private static final int PARENT_SPAN_ID = 0x22;
    private static final int NAME = 0x2a;
    private static final int KIND = 0x30;
    private static final int START = 0x39;
    private static final int END = 0x41;
    private static final int ATTRIBUTES = 0x4a;
    private static final int EVENTS = 0x5a;
    private static final int STATUS = 0x7a;
    private static final int FLAGS = (16 << 3) | 5; // the one tag above 127

    private static final int EVENT_TIME = 0x09;
    private static final int EVENT_NAME = 0x12;
    private static final int EVENT_ATTRIBUTES = 0x1a;
    private static final int STATUS_MESSAGE = 0x12;
    private static final int STATUS_CODE = 0x18;

    /** What is exported was sampled, and whether the parent is remote is always known. */
    private static final int SAMPLED_AND_REMOTENESS_KNOWN = 0x101;

    private static final int PARENT_IS_REMOTE = 0x200;
    private static final int IDS_SIZE = 38;
    private static final int KIND_TIMES_FLAGS_SIZE = 26;
    private static final int LARGE = 4;

    private final ProtobufBuffer out = new ProtobufBuffer();
    private final KeyValueWriter attributes = new KeyValueWriter(out);
    private final List<String> scopes = new ArrayList<>();
    private final byte[] resource;

    public OtlpProtobufEncoder(Resource resource) {
        this.resource = new ResourceEncoder(out).encode(resource);
    }

    /** The request for a batch; the buffer is valid until the next call. */
    public ByteBuffer encode(List<? extends SpanData> batch) {
        out.reset();
        collectScopes(batch);
        out.small(RESOURCE_SPANS);
        int start = out.begin(LARGE);
        out.raw(resource);
        for (int i = 0; i < scopes.size(); i++) {
            encodeScope(scopes.get(i), batch);
        }
        out.end(start, LARGE);
        return out.view();
    }

    private void collectScopes(List<? extends SpanData> batch) {
        scopes.clear();
        for (int i = 0; i < batch.size(); i++) {
            String scope = batch.get(i).scope();
            if (!scopes.contains(scope)) {
                scopes.add(scope);
            }
        }
    }

    private void encodeScope(String scope, List<? extends SpanData> batch) {
        out.small(SCOPE_SPANS);
        int start = out.begin(LARGE);
        out.small(SCOPE);
        int scopeStart = out.begin(1);
        out.small(0x0a);
        out.string(scope);
        out.end(scopeStart, 1);
        for (int i = 0; i < batch.size(); i++) {
            SpanData span = batch.get(i);
            if (span.scope().equals(scope)) {
                encodeSpan(span);
            }
        }
        out.end(start, LARGE);
    }

    private void encodeSpan(SpanData span) {
        out.small(SPANS);
        int start = out.begin(2);
        ids(span);
        text(TRACE_STATE, span.traceState());
        text(NAME, span.name());
        kindTimesAndFlags(span);
        span.visitAttributes(attributes.as(ATTRIBUTES));
        List<SpanEvent> events = span.events();
        for (int i = 0; i < events.size(); i++) {
            encodeEvent(events.get(i));
        }
        if (span.status() != StatusCode.UNSET) {
            encodeStatus(span);
        }
        out.end(start, 2);
    }

    private void encodeEvent(SpanEvent event) {
        out.small(EVENTS);
        int start = out.begin(2);
        out.small(EVENT_TIME);
        out.fixed64(event.epochNanos());
        text(EVENT_NAME, event.name());
        event.attributes().visit(attributes.as(EVENT_ATTRIBUTES));
        out.end(start, 2);
    }

    private void encodeStatus(SpanData span) {
        out.small(STATUS);
        int start = out.begin(1);
        text(STATUS_MESSAGE, span.statusMessage());
        out.small(STATUS_CODE);
        out.small(span.status() == StatusCode.OK ? 1 : 2);
        out.end(start, 1);
    }

    private void ids(SpanData span) {
        byte[] bytes = out.room(IDS_SIZE);
        int at = out.position();
        bytes[at] = TRACE_ID;
        bytes[at + 1] = 2 * Long.BYTES;
        Bytes.putId(bytes, at + 2, span.traceIdHigh());
        Bytes.putId(bytes, at + 10, span.traceIdLow());
        bytes[at + 18] = SPAN_ID;
        bytes[at + 19] = Long.BYTES;
        Bytes.putId(bytes, at + 20, span.spanId());
        if (span.parentSpanId() == 0) {
            out.advanceTo(at + 28);
            return;
        }
        bytes[at + 28] = PARENT_SPAN_ID;
        bytes[at + 29] = Long.BYTES;
        Bytes.putId(bytes, at + 30, span.parentSpanId());
        out.advanceTo(at + IDS_SIZE);
    }

    private void kindTimesAndFlags(SpanData span) {
        byte[] bytes = out.room(KIND_TIMES_FLAGS_SIZE);
        int at = out.position();
        bytes[at] = KIND;
        bytes[at + 1] = (byte) span.kind().otlpNumber();
        bytes[at + 2] = START;
        Bytes.putFixed64(bytes, at + 3, span.startEpochNanos());
        bytes[at + 11] = END;
        Bytes.putFixed64(bytes, at + 12, span.endEpochNanos());
        bytes[at + 20] = (byte) FLAGS;
        bytes[at + 21] = FLAGS >> 7;
        Bytes.putFixed32(
                bytes, at + 22, SAMPLED_AND_REMOTENESS_KNOWN | (span.hasRemoteParent() ? PARENT_IS_REMOTE : 0));
        out.advanceTo(at + KIND_TIMES_FLAGS_SIZE);
    }

    private void text(int tag, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.small(tag);
            out.string(text);
        }
    }
}
