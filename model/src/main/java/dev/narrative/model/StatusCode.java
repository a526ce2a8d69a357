package dev.narrative.model;

/** OpenTelemetry's status codes. */
public enum StatusCode {
    UNSET(0),
    OK(1),
    ERROR(2);

    private final int otlpNumber;

    StatusCode(int otlpNumber) {
        this.otlpNumber = otlpNumber;
    }

    /** The number that OTLP gives this code. */
    public int otlpNumber() {
        return otlpNumber;
    }
}
