package dev.narrative.console.store.sqlite;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.journal.JournalSpan;

/**
 * A span that is being written.
 *
 * @param trace the number of its trace
 */
record SpanEntry(long trace, JournalSpan span, SpanFacts facts) {}
