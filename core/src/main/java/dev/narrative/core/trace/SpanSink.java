package dev.narrative.core.trace;

/** Takes each recorded span once, when it has ended; called on the application's thread, so it must return at once. */
public interface SpanSink {
    void accept(Span span);
}
