package dev.narrative.export.otlp;

/** How collectors see us in their logs. */
final class UserAgent {
    static final String TEXT = "Narrative-OTLP-Exporter";

    private UserAgent() {}
}
