package dev.narrative.console.server.rest;

import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import java.util.List;

/** A trace and the outlines of its spans, in the order of their start. */
record CachedTrace(TraceSummary summary, List<JournalSpan> spans) {
    CachedTrace {
        spans = List.copyOf(spans);
    }
}
