package dev.narrative.core.trace;

/** Where spans go; called on the application's thread, so it must return at once. */
public interface SpanSink {
    /** A trace begins in this process. */
    void begin();

    /** Takes each recorded span once, when it has ended. */
    void accept(Span span);
}
