package dev.narrative.model;

/** OpenTelemetry's status codes; the ordinal is the OTLP number. */
public enum StatusCode {
    UNSET,
    OK,
    ERROR
}
