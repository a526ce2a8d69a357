package dev.narrative.console.store;

import dev.narrative.model.journal.JournalSpan;
import java.util.List;

/**
 * Takes what the journal holds. Spans of a trace may come in any order, in many batches, and more than once: of those
 * with the same id the first that has ended counts. One caller at a time.
 */
public interface SpanIngest {
    /** Takes a batch, and with it how far the files have been read. */
    void ingest(SpanBatch batch);

    /** Replaces the open spans that came from a snapshot; an empty list where it has gone. */
    void replaceOpen(String snapshot, List<JournalSpan> open);

    /** The snapshots that open spans came from. */
    List<String> snapshots();

    /** Drops the spans that came from a journal file. */
    void forget(String file);

    /**
     * Follows a journal file no more, which has gone or is another one now. A store that reads contents from it drops
     * its spans; one that has whole spans keeps them until they expire.
     */
    default void expired(String file) {
        forget(file);
    }

    /** Drops everything. */
    void clear();

    /** How far each file has been taken. */
    List<FileProgress> progress();

    /** Lines that could not be read, the first ones of each file. */
    List<LineProblem> problems();
}
