package dev.narrative.core.trace;

import dev.narrative.boot.TracedCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.masking.Masking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a span has to say for itself: its name, its time, its outcome, and what was noted on it. */
abstract class SpanRecord extends TracedCall implements SpanData {
    private final long clockOffset;
    private final String threadName;

    private String name;
    private long startNanos;
    private long endNanos;
    private StatusCode status = StatusCode.UNSET;
    private @Nullable String statusMessage;
    private @Nullable Attributes attributes;
    private List<SpanEvent> events = List.of();

    SpanRecord(String name, long clockOffset) {
        this.name = name;
        this.clockOffset = clockOffset;
        this.threadName = Thread.currentThread().getName();
    }

    /** The span's time runs from here. */
    final void startNow() {
        startNanos = System.nanoTime();
    }

    final void endAt(long nanos) {
        endNanos = nanos;
    }

    /**
     * How long the span had run at a time.
     *
     * @param nanos a time on {@link System#nanoTime}'s clock
     */
    protected final long nanosUntil(long nanos) {
        return nanos - startNanos;
    }

    final long clockOffset() {
        return clockOffset;
    }

    public final void rename(String newName) {
        name = newName;
    }

    /** The span's own attributes, to be added to while it runs. */
    public final Attributes attributes() {
        Attributes own = attributes;
        if (own == null) {
            own = new Attributes();
            attributes = own;
        }
        return own;
    }

    final boolean hasAttributes() {
        return attributes != null;
    }

    /** Adds an event; from any thread, since a score may come from one that only looks on. */
    public final synchronized void addEvent(SpanEvent event) {
        List<SpanEvent> more = new ArrayList<>(events.size() + 1);
        more.addAll(events);
        more.add(event);
        events = List.copyOf(more); // immutable, so that an exporter's thread can read it meanwhile
    }

    /** The time now, on this trace's clock, in nanoseconds since the epoch. */
    public final long now() {
        return System.nanoTime() + clockOffset;
    }

    /** Marks the span as failed; the message is masked. */
    public final void fail(@Nullable String message) {
        failMasked(message == null ? null : Masking.mask(message));
    }

    final void failMasked(@Nullable String message) {
        status = StatusCode.ERROR;
        statusMessage = message;
    }

    /** Marks the span as failed by an error, with its type, message and stack as an {@code exception} event. */
    public final void fail(Throwable error) {
        ErrorEvents.record(this, error);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final long startEpochNanos() {
        return startNanos + clockOffset;
    }

    @Override
    public final long endEpochNanos() {
        return endNanos == 0 ? 0 : endNanos + clockOffset;
    }

    @Override
    public final StatusCode status() {
        return status;
    }

    @Override
    public final @Nullable String statusMessage() {
        return statusMessage;
    }

    @Override
    public final List<SpanEvent> events() {
        return events;
    }

    @Override
    public void visitAttributes(AttributeVisitor visitor) {
        visitor.string(AttributeNames.THREAD_NAME, threadName);
        visitConstants(visitor);
        if (attributes != null) {
            attributes.visit(visitor);
        }
    }

    /** The attributes that every span of this kind has, kept out of the span itself. */
    protected void visitConstants(AttributeVisitor visitor) {}
}
