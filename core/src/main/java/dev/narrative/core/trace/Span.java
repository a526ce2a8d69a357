package dev.narrative.core.trace;

import dev.narrative.boot.ContextSlot;
import dev.narrative.boot.Contexts;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A span while it runs and after it has ended, and the context of what runs within it. One object serves as span,
 * scope and exported data, since each further object costs every traced call.
 *
 * <p>A span is written by the thread that runs it, or by the one callback that ends it; {@link #end} publishes it once.
 */
public abstract class Span extends SpanRecord {
    private static final AtomicIntegerFieldUpdater<Span> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(Span.class, "ended");

    private final Tracer tracer;
    private final @Nullable Span parent;
    private final long traceIdHigh;
    private final long traceIdLow;
    private final long spanId;
    private final long remoteParentId;
    private final boolean sampled;
    private final @Nullable RemoteParent remote;

    private Correlation correlation;
    private volatile int ended;
    private boolean wanders;
    private boolean dropped;
    private boolean keptChild;

    private @Nullable String traceIdHex;
    private @Nullable ContextSlot slot;
    private @Nullable Object outer;

    /** A span within another of this process. */
    protected Span(Tracer tracer, String name, Span parent, boolean sampleAlways) {
        super(name, parent.clockOffset());
        this.tracer = tracer;
        this.parent = parent;
        this.remote = null;
        this.traceIdHigh = parent.traceIdHigh;
        this.traceIdLow = parent.traceIdLow;
        this.remoteParentId = 0;
        this.spanId = SpanIds.next();
        this.correlation = parent.correlation;
        this.sampled = sampleAlways || tracer.sampler().sampleChild(parent.sampled, traceIdLow);
        startNow();
    }

    /** The first span of a trace in this process. */
    protected Span(Tracer tracer, String name, RemoteParent remote, boolean sampleAlways) {
        super(name, TraceClock.offset());
        this.tracer = tracer;
        this.parent = null;
        this.remote = remote;
        boolean joins = remote.hasTraceId();
        this.traceIdHigh = joins ? remote.traceIdHigh() : SpanIds.next();
        this.traceIdLow = joins ? remote.traceIdLow() : SpanIds.next();
        this.remoteParentId = remote.spanId();
        this.spanId = SpanIds.next();
        this.correlation = remote.correlation();
        this.sampled = sampleAlways
                || (remoteParentId == 0
                        ? tracer.sampler().sampleRoot(traceIdLow)
                        : tracer.sampler().sampleChild(remote.sampled(), traceIdLow));
        tracer.sink().begin();
        startNow();
    }

    /** The span that is current on this thread. */
    public static @Nullable Span current() {
        return (Span) Contexts.current();
    }

    /** Makes this span the current one of this thread until {@link #leave}. */
    public final void enter() {
        ContextSlot here = Contexts.slot();
        slot = here;
        outer = here.current;
        here.current = this;
    }

    /** Ends what {@link #enter} began, on the same thread; the span itself may go on. */
    public final void leave() {
        ContextSlot here = slot;
        if (here != null) {
            here.current = outer;
            slot = null;
            outer = null;
        }
    }

    /** Keeps a span in sight that goes on after its thread has left it, until it ends. */
    public final void goOn() {
        if (sampled && ended == 0) {
            wanders = true;
            tracer.openSpans().add(this);
        }
    }

    /** Ends the span now; the second call and all later ones do nothing. */
    public final void end() {
        if (!ENDED.compareAndSet(this, 0, 1)) {
            return;
        }
        long now = System.nanoTime();
        correlateByAttributes();
        for (Span above = parent; above != null; above = above.parent) {
            correlation = correlation.or(above.correlation);
        }
        endedAt(now);
        if (!sampled) {
            return;
        }
        if (status() != StatusCode.ERROR && !keptChild && nanosUntil(now) < minimumNanos()) {
            dropped = true;
            return;
        }
        if (parent != null) {
            parent.keptChild = true;
        }
        tracer.sink().accept(this);
    }

    /** Ends the span as one that never was: what is within it belongs to the span around it. Before any of that ends. */
    protected final void drop() {
        if (ENDED.compareAndSet(this, 0, 1)) {
            dropped = true;
            endedAt(System.nanoTime());
        }
    }

    private void endedAt(long now) {
        endAt(now);
        if (wanders) {
            tracer.openSpans().remove(this);
        }
    }

    /** Spans shorter than this are left out, unless they failed or hold one that is kept. */
    protected long minimumNanos() {
        return 0;
    }

    public final boolean hasEnded() {
        return ended != 0;
    }

    public final boolean isSampled() {
        return sampled;
    }

    public final Correlation correlation() {
        return correlation;
    }

    /** Sets what is known now; spans around this one that do not know better take it over. */
    public final void correlate(Correlation known) {
        correlation = known.or(correlation);
        for (Span above = parent; above != null && !above.hasEnded(); above = above.parent) {
            above.correlation = above.correlation.or(known);
        }
    }

    /** As {@link #correlate}, where this span does not know better. */
    public final void correlateWhereUnknown(Correlation known) {
        correlate(correlation.or(known));
    }

    /** Takes over what the span's attributes tell, where the configuration names such. */
    public final void correlateByAttributes() {
        Correlator told = tracer.correlator();
        if (told != null && hasAttributes()) {
            correlateWhereUnknown(told.of(attributes()));
        }
    }

    /** The W3C baggage that came in with the trace, passed on untouched. */
    public final @Nullable String baggage() {
        RemoteParent from = root().remote;
        return from == null ? null : from.baggage();
    }

    public final @Nullable Span parent() {
        return parent;
    }

    /** The trace id in hex, made once a trace. */
    public final String traceIdHex() {
        Span top = root();
        String hex = top.traceIdHex;
        if (hex == null) {
            hex = Ids.traceId(traceIdHigh, traceIdLow);
            top.traceIdHex = hex;
        }
        return hex;
    }

    final Span root() {
        Span top = this;
        while (top.parent != null) {
            top = top.parent;
        }
        return top;
    }

    @Override
    public void exit(@Nullable Throwable error) {
        leave();
        if (error != null) {
            fail(error);
        }
        end();
    }

    @Override
    public @Nullable Object exit(@Nullable Object returned, @Nullable Throwable error) {
        exit(error);
        return returned;
    }

    @Override
    public final long traceIdHigh() {
        return traceIdHigh;
    }

    @Override
    public final long traceIdLow() {
        return traceIdLow;
    }

    @Override
    public final long spanId() {
        return spanId;
    }

    @Override
    public final long parentSpanId() {
        Span above = recordedParent();
        return above == null ? root().remoteParentId : above.spanId;
    }

    @Override
    public final boolean hasRemoteParent() {
        return recordedParent() == null && root().remoteParentId != 0;
    }

    /** The next span around this one that is not left out, {@code null} when there is none in this process. */
    private @Nullable Span recordedParent() {
        Span above = parent;
        while (above != null && (above.dropped || !above.sampled)) {
            above = above.parent;
        }
        return above;
    }

    @Override
    public final SpanData localRoot() {
        Span top = this;
        for (Span above = recordedParent(); above != null; above = above.recordedParent()) {
            top = above;
        }
        return top;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.INTERNAL;
    }

    @Override
    public final @Nullable String traceState() {
        RemoteParent from = root().remote;
        return from == null ? null : from.traceState();
    }

    @Override
    public final void visitAttributes(AttributeVisitor visitor) {
        CorrelationAttributes.visit(this, visitor);
        super.visitAttributes(visitor);
    }
}
