package dev.narrative.core.trace;

import java.util.concurrent.TimeUnit;

/** A span with a minimum, as those of named methods have it. */
final class TestSpan extends Span {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final long minimumNanos;

    private TestSpan(Tracer tracer, Span parent, boolean sampleAlways, long minimumNanos) {
        super(tracer, "test", parent, sampleAlways);
        this.minimumNanos = minimumNanos;
    }

    private TestSpan(Tracer tracer, RemoteParent remote, boolean sampleAlways, long minimumNanos) {
        super(tracer, "test", remote, sampleAlways);
        this.minimumNanos = minimumNanos;
    }

    /** A span that is always too short. */
    static TestSpan tooShort(Tracer tracer, Span parent) {
        return new TestSpan(tracer, parent, false, HOUR);
    }

    static TestSpan tooShort(Tracer tracer, RemoteParent remote) {
        return new TestSpan(tracer, remote, false, HOUR);
    }

    static TestSpan alwaysSampled(Tracer tracer, Span parent) {
        return new TestSpan(tracer, parent, true, 0);
    }

    static TestSpan alwaysSampled(Tracer tracer, RemoteParent remote) {
        return new TestSpan(tracer, remote, true, 0);
    }

    @Override
    protected long minimumNanos() {
        return minimumNanos;
    }

    @Override
    public String scope() {
        return "test";
    }
}
