package dev.narrative.core.trace;

import dev.narrative.model.SpanKind;

/** A span that an instrumentation of a library starts. */
final class LibrarySpan extends Span {
    private final SpanKind kind;
    private final String scope;

    LibrarySpan(Tracer tracer, String name, SpanKind kind, String scope, Span parent) {
        super(tracer, name, parent, false);
        this.kind = kind;
        this.scope = scope;
    }

    LibrarySpan(Tracer tracer, String name, SpanKind kind, String scope, RemoteParent remote) {
        super(tracer, name, remote, false);
        this.kind = kind;
        this.scope = scope;
    }

    @Override
    public SpanKind kind() {
        return kind;
    }

    @Override
    public String scope() {
        return scope;
    }
}
