package dev.narrative.model;

/** A named moment within a span, such as {@code exception}; the time is in nanoseconds since the epoch. */
public record SpanEvent(String name, long epochNanos, Attributes attributes) {}
