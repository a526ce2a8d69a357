package dev.narrative.core.trace;

import dev.narrative.model.SpanKind;
import org.jspecify.annotations.Nullable;

/** Where spans begin: it knows how traces are sampled and where ended spans go. */
public final class Tracer {
    private final SpanSink sink;
    private final OpenSpans openSpans = new OpenSpans();
    private volatile Sampler sampler;
    private volatile @Nullable Correlator correlator;

    public Tracer(SpanSink sink, Sampler sampler) {
        this.sink = sink;
        this.sampler = sampler;
    }

    /** A library's span within the current one, or the first of a new trace. */
    public Span start(String name, SpanKind kind, String scope) {
        Span parent = Span.current();
        return parent == null
                ? new LibrarySpan(this, name, kind, scope, localRoot())
                : new LibrarySpan(this, name, kind, scope, parent);
    }

    /** A library's span within the one given, whatever is current. */
    public Span startWithin(Span parent, String name, SpanKind kind, String scope) {
        return new LibrarySpan(this, name, kind, scope, parent);
    }

    /** A library's span for work that came in from another process. */
    public Span start(String name, SpanKind kind, String scope, @Nullable RemoteParent remote) {
        return new LibrarySpan(this, name, kind, scope, remote == null ? RemoteParent.NONE : remote);
    }

    /** What the first span of a trace begins with when nothing came in: what its thread has been told. */
    public RemoteParent localRoot() {
        Correlator told = correlator;
        return told == null ? RemoteParent.NONE : RemoteParent.NONE.with(told.ofThread());
    }

    public OpenSpans openSpans() {
        return openSpans;
    }

    public void sampleBy(Sampler newSampler) {
        sampler = newSampler;
    }

    /** @param newCorrelator {@code null} when spans are not asked to whom they belong */
    public void correlateBy(@Nullable Correlator newCorrelator) {
        correlator = newCorrelator;
    }

    public @Nullable Correlator correlator() {
        return correlator;
    }

    Sampler sampler() {
        return sampler;
    }

    SpanSink sink() {
        return sink;
    }
}
