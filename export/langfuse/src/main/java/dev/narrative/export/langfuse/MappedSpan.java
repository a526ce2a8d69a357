package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span under Langfuse's attributes. Events are left out, since Langfuse throws them away; so is the status's message,
 * which stands among the attributes.
 */
record MappedSpan(SpanData span, Attributes fields) implements SpanData {
    @Override
    public long traceIdHigh() {
        return span.traceIdHigh();
    }

    @Override
    public long traceIdLow() {
        return span.traceIdLow();
    }

    @Override
    public long spanId() {
        return span.spanId();
    }

    @Override
    public long parentSpanId() {
        return span.parentSpanId();
    }

    @Override
    public boolean hasRemoteParent() {
        return span.hasRemoteParent();
    }

    @Override
    public String name() {
        return span.name();
    }

    @Override
    public SpanKind kind() {
        return span.kind();
    }

    @Override
    public long startEpochNanos() {
        return span.startEpochNanos();
    }

    @Override
    public long endEpochNanos() {
        return span.endEpochNanos();
    }

    @Override
    public StatusCode status() {
        return span.status();
    }

    @Override
    public @Nullable String statusMessage() {
        return null;
    }

    @Override
    public String scope() {
        return span.scope();
    }

    @Override
    public @Nullable String traceState() {
        return span.traceState();
    }

    @Override
    public List<SpanEvent> events() {
        return List.of();
    }

    @Override
    public void visitAttributes(AttributeVisitor visitor) {
        fields.visit(visitor);
    }
}
