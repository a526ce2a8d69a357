package dev.narrative.console.export;

import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;

/** A format that a whole trace is written in. */
public enum TraceFormat {
    /** A document of ours: the summary, and all spans with attributes and events. */
    json,
    /** A report for people. */
    md,
    /** OTLP-JSON lines, as the journal has them. */
    otlp,
    /** A row for each span. */
    csv,
    /** Zipkin's version 2, JSON. */
    zipkin;

    /** Writes one format. */
    interface Writer {
        /** The trace as text that ends with a newline. */
        String write(TraceSummary trace, List<JournalSpan> spans);
    }

    public String write(TraceSummary trace, List<JournalSpan> spans) {
        return writer().write(trace, spans);
    }

    /** How the name of a file of this format ends. */
    public String suffix() {
        return switch (this) {
            case json -> ".json";
            case md -> ".md";
            case otlp -> ".jsonl";
            case csv -> ".csv";
            case zipkin -> ".zipkin.json";
        };
    }

    private Writer writer() {
        return switch (this) {
            case json -> new TraceJson();
            case md -> new TraceMarkdown();
            case otlp -> new TraceOtlp();
            case csv -> new TraceCsv();
            case zipkin -> new TraceZipkin();
        };
    }
}
