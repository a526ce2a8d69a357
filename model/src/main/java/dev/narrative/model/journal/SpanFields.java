package dev.narrative.model.journal;

import dev.narrative.model.Attributes;
import dev.narrative.model.Ids;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a span while it is read; the resource may come after it. */
final class SpanFields {
    /** {@code Span.flags}: it is known whether the parent is remote, and it is. */
    private static final int REMOTE_PARENT = 0x300;

    String traceId = "";
    String spanId = "";
    String parentSpanId = "";
    String name = "";
    String traceState = "";
    String statusMessage = "";
    String scope = "";
    String scopeVersion = "";
    SpanKind kind = SpanKind.INTERNAL;
    StatusCode status = StatusCode.UNSET;
    long start;
    long end;
    long flags;
    final Attributes attributes = new Attributes();
    final List<SpanEvent> events = new ArrayList<>();

    /** What is wrong with the span, {@code null} when nothing is. */
    @Nullable
    String problem() {
        if (!isId(traceId, 32)) {
            return "span '" + name + "' has no valid traceId";
        }
        if (!isId(spanId, 16)) {
            return "span '" + name + "' has no valid spanId";
        }
        if (!parentSpanId.isEmpty() && !(parentSpanId.length() == 16 && Ids.isHex(parentSpanId, 0, 16))) {
            return "span '" + name + "' has no valid parentSpanId";
        }
        return null;
    }

    JournalSpan build(Resource resource) {
        return new JournalSpan(
                Ids.parse(traceId, 0),
                Ids.parse(traceId, 16),
                Ids.parse(spanId, 0),
                parentSpanId.isEmpty() ? 0 : Ids.parse(parentSpanId, 0),
                (flags & REMOTE_PARENT) == REMOTE_PARENT,
                name,
                kind,
                start,
                end,
                status,
                statusMessage.isEmpty() ? null : statusMessage,
                scope,
                traceState.isEmpty() ? null : traceState,
                attributes,
                events,
                resource,
                end == 0 ? SpanState.RUNNING : SpanState.ENDED);
    }

    void kind(String text) {
        for (SpanKind candidate : SpanKind.values()) {
            if (text.equals(Integer.toString(candidate.otlpNumber())) || text.equals("SPAN_KIND_" + candidate)) {
                kind = candidate;
            }
        }
    }

    void status(String text) {
        for (StatusCode candidate : StatusCode.values()) {
            if (text.equals(Integer.toString(candidate.otlpNumber())) || text.equals("STATUS_CODE_" + candidate)) {
                status = candidate;
            }
        }
    }

    private static boolean isId(String text, int length) {
        if (text.length() != length || !Ids.isHex(text, 0, length)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }
}
