package dev.narrative.console.server.otlp;

import static dev.narrative.console.server.otlp.ProtobufReader.FIXED32;
import static dev.narrative.console.server.otlp.ProtobufReader.FIXED64;
import static dev.narrative.console.server.otlp.ProtobufReader.LENGTH;
import static dev.narrative.console.server.otlp.ProtobufReader.VARINT;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanLink;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a {@code Span} message. */
final class ProtobufSpan {
    private static final int MAX_EVENTS = 1_024;
    private static final byte[] NONE = {};

    /** {@code Span.flags}: it is known whether the parent is remote, and it is. */
    private static final int REMOTE_PARENT = 0x300;

    private byte[] traceId = NONE;
    private byte[] spanId = NONE;
    private byte[] parentSpanId = NONE;
    private String traceState = "";
    private String name = "";
    private long kind;
    private long start;
    private long end;
    private long flags;
    private long statusCode;
    private String statusMessage = "";
    private final Attributes attributes = new Attributes();
    private final List<SpanEvent> events = new ArrayList<>();
    private final List<SpanLink> links = new ArrayList<>();

    private ProtobufSpan() {}

    static ProtobufSpan read(ProtobufReader in) throws IOException {
        ProtobufSpan span = new ProtobufSpan();
        while (in.next()) {
            span.readField(in);
        }
        return span;
    }

    /** What is wrong with it, {@code null} when nothing is. */
    @Nullable
    String problem() {
        if (traceId.length != 16 || isZero(traceId)) {
            return "span '" + name + "' has no valid trace_id";
        }
        if (spanId.length != 8 || isZero(spanId)) {
            return "span '" + name + "' has no valid span_id";
        }
        if (parentSpanId.length != 0 && parentSpanId.length != 8) {
            return "span '" + name + "' has no valid parent_span_id";
        }
        return null;
    }

    JournalSpan build(String scope, Resource resource) {
        SpanLink.put(links, attributes);
        ByteBuffer trace = ByteBuffer.wrap(traceId);
        return new JournalSpan(
                trace.getLong(0),
                trace.getLong(8),
                ByteBuffer.wrap(spanId).getLong(),
                parentSpanId.length == 0 ? 0 : ByteBuffer.wrap(parentSpanId).getLong(),
                (flags & REMOTE_PARENT) == REMOTE_PARENT,
                name,
                kind(),
                start,
                end,
                status(),
                statusMessage.isEmpty() ? null : statusMessage,
                scope,
                traceState.isEmpty() ? null : traceState,
                attributes,
                events,
                resource,
                end == 0 ? SpanState.RUNNING : SpanState.ENDED);
    }

    private void readField(ProtobufReader in) throws IOException {
        if (in.is(1, LENGTH)) {
            traceId = in.slice();
        } else if (in.is(2, LENGTH)) {
            spanId = in.slice();
        } else if (in.is(3, LENGTH)) {
            traceState = in.text();
        } else if (in.is(4, LENGTH)) {
            parentSpanId = in.slice();
        } else if (in.is(5, LENGTH)) {
            name = in.text();
        } else if (in.is(6, VARINT)) {
            kind = in.varint();
        } else if (in.is(7, FIXED64)) {
            start = in.fixed64();
        } else if (in.is(8, FIXED64)) {
            end = in.fixed64();
        } else if (in.is(9, LENGTH)) {
            ProtobufAttributes.read(in.message(), attributes);
        } else if (in.is(11, LENGTH) && events.size() < MAX_EVENTS) {
            events.add(readEvent(in.message()));
        } else if (in.is(13, LENGTH) && links.size() < SpanLink.MOST) {
            links.add(readLink(in.message()));
        } else if (in.is(15, LENGTH)) {
            readStatus(in.message());
        } else if (in.is(16, FIXED32)) {
            flags = in.fixed32();
        } else {
            in.skip();
        }
    }

    private static SpanEvent readEvent(ProtobufReader in) throws IOException {
        long time = 0;
        String name = "";
        Attributes attributes = new Attributes();
        while (in.next()) {
            if (in.is(1, FIXED64)) {
                time = in.fixed64();
            } else if (in.is(2, LENGTH)) {
                name = in.text();
            } else if (in.is(3, LENGTH)) {
                ProtobufAttributes.read(in.message(), attributes);
            } else {
                in.skip();
            }
        }
        return new SpanEvent(name, time, attributes);
    }

    private static SpanLink readLink(ProtobufReader in) throws IOException {
        String trace = "";
        String span = "";
        Attributes attributes = new Attributes();
        while (in.next()) {
            if (in.is(1, LENGTH)) {
                trace = HexFormat.of().formatHex(in.slice());
            } else if (in.is(2, LENGTH)) {
                span = HexFormat.of().formatHex(in.slice());
            } else if (in.is(4, LENGTH)) {
                ProtobufAttributes.read(in.message(), attributes);
            } else {
                in.skip();
            }
        }
        return new SpanLink(trace, span, attributes);
    }

    private void readStatus(ProtobufReader in) throws IOException {
        while (in.next()) {
            if (in.is(2, LENGTH)) {
                statusMessage = in.text();
            } else if (in.is(3, VARINT)) {
                statusCode = in.varint();
            } else {
                in.skip();
            }
        }
    }

    private SpanKind kind() {
        for (SpanKind candidate : SpanKind.values()) {
            if (candidate.otlpNumber() == kind) {
                return candidate;
            }
        }
        return SpanKind.INTERNAL;
    }

    private StatusCode status() {
        for (StatusCode candidate : StatusCode.values()) {
            if (candidate.otlpNumber() == statusCode) {
                return candidate;
            }
        }
        return StatusCode.UNSET;
    }

    private static boolean isZero(byte[] id) {
        for (byte part : id) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }
}
