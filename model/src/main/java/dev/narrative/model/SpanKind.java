package dev.narrative.model;

/** OpenTelemetry's span kinds, in the order of their OTLP numbers 1 to 5. */
public enum SpanKind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER;

    /** The number that OTLP gives this kind. */
    public int otlpNumber() {
        return ordinal() + 1;
    }
}
