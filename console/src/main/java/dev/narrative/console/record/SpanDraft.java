package dev.narrative.console.record;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.masking.Masking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span that a command makes; its texts are masked and bounded. */
public final class SpanDraft {
    static final int MAX_NAME = 1_000;
    static final int MAX_VALUE = 64 * 1_024;

    private final TraceId trace;
    private final long span;
    private final String name;
    private final Attributes attributes = new Attributes();
    private final List<SpanEvent> events = new ArrayList<>();
    private long parent;
    private boolean hasRemoteParent;
    private String scope = "";
    private long start;
    private long end;
    private long length;
    private StatusCode status = StatusCode.UNSET;
    private @Nullable String message;

    public SpanDraft(TraceId trace, long span, String name) {
        this.trace = trace;
        this.span = span;
        this.name = Masking.maskStart(name, MAX_NAME);
    }

    public SpanDraft parent(long id) {
        parent = id;
        return this;
    }

    /** A parent that another process made. */
    SpanDraft remoteParent(long id) {
        hasRemoteParent = true;
        return parent(id);
    }

    SpanDraft scope(String text) {
        scope = text;
        return this;
    }

    /** Nanoseconds since the epoch; an end of 0 says that it is open. */
    SpanDraft at(long startNanos, long endNanos) {
        start = startNanos;
        end = endNanos;
        return this;
    }

    /** How long it took that ends when it is written, in nanoseconds. */
    public SpanDraft lasted(long nanos) {
        length = nanos;
        return this;
    }

    SpanDraft endedAt(long nanos) {
        return at(nanos - length, nanos);
    }

    public SpanDraft failed(String text) {
        status = StatusCode.ERROR;
        message = Masking.maskStart(text, MAX_VALUE);
        return this;
    }

    /** A value whose name tells that it is a secret is not kept; a missing one is left out. */
    public SpanDraft with(String key, @Nullable String value) {
        if (value != null) {
            String kept = Masking.isSecretName(key) ? Masking.MASK : Masking.maskStart(value, MAX_VALUE);
            attributes.put(key, kept);
        }
        return this;
    }

    /** A value that is kept as it is, such as an id; a missing one is left out. */
    public SpanDraft known(String key, @Nullable String value) {
        if (value != null) {
            attributes.put(key, value);
        }
        return this;
    }

    SpanDraft with(SpanEvent event) {
        events.add(event);
        return this;
    }

    public long id() {
        return span;
    }

    /** The span, as one of this service's. */
    public JournalSpan build(String service) {
        return new JournalSpan(
                trace.high(),
                trace.low(),
                span,
                parent,
                hasRemoteParent,
                name,
                SpanKind.INTERNAL,
                start,
                end,
                status,
                message,
                scope,
                null,
                attributes,
                events,
                new Resource(service, new Attributes()),
                end == 0 ? SpanState.RUNNING : SpanState.ENDED);
    }
}
