package dev.narrative.model;

/** Who produced the spans: the process's {@code service.name} and the other resource attributes. */
public record Resource(String serviceName, Attributes attributes) {}
