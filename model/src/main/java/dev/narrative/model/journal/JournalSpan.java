package dev.narrative.model.journal;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span as the journal has it, with the process that produced it. */
public record JournalSpan(
        long traceIdHigh,
        long traceIdLow,
        long spanId,
        long parentSpanId,
        boolean hasRemoteParent,
        String name,
        SpanKind kind,
        long startEpochNanos,
        long endEpochNanos,
        StatusCode status,
        @Nullable String statusMessage,
        String scope,
        @Nullable String traceState,
        Attributes attributes,
        List<SpanEvent> events,
        Resource resource,
        SpanState state)
        implements SpanData {

    public JournalSpan {
        events = List.copyOf(events);
    }

    @Override
    public void visitAttributes(AttributeVisitor visitor) {
        attributes.visit(visitor);
    }

    /** Until when it counts as running while it is open; {@code null} where that is as long as its process lives. */
    @Nullable
    Long openUntilNanos() {
        try {
            Object until = attributes.get(AttributeNames.OPEN_UNTIL);
            return until == null ? null : Long.valueOf(until.toString());
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    /** The same span, where more is known of its process. */
    public JournalSpan withState(SpanState changed) {
        return new JournalSpan(
                traceIdHigh,
                traceIdLow,
                spanId,
                parentSpanId,
                hasRemoteParent,
                name,
                kind,
                startEpochNanos,
                endEpochNanos,
                status,
                statusMessage,
                scope,
                traceState,
                attributes,
                events,
                resource,
                changed);
    }
}
