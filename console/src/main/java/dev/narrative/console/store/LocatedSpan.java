package dev.narrative.console.store;

import dev.narrative.console.journal.JournalPlace;
import dev.narrative.model.journal.JournalSpan;

/** An ended span and where it stands in the journal. */
public record LocatedSpan(JournalSpan span, JournalPlace place) {}
