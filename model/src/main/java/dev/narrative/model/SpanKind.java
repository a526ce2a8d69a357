package dev.narrative.model;

/** OpenTelemetry's span kinds. */
public enum SpanKind {
    INTERNAL(1),
    SERVER(2),
    CLIENT(3),
    PRODUCER(4),
    CONSUMER(5);

    private final int otlpNumber;

    SpanKind(int otlpNumber) {
        this.otlpNumber = otlpNumber;
    }

    /** The number that OTLP gives this kind. */
    public int otlpNumber() {
        return otlpNumber;
    }
}
