package dev.narrative.model.journal;

/** Takes what is read from a line of the journal. */
public interface SpanSink {
    /** A whole span; one without end counts as {@link SpanState#RUNNING} until more is known. */
    void span(JournalSpan span);

    /** A span that is not usable, in words; the rest of the line is read on. */
    void problem(String message);
}
