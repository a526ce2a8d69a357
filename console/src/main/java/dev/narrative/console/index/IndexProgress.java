package dev.narrative.console.index;

/** Hears how far the reading of journals has come. */
public interface IndexProgress {
    /** Nobody listens. */
    IndexProgress NONE = (read, total, spans) -> {};

    /**
     * A batch was taken.
     *
     * @param readBytes of the journals, in this run
     * @param totalBytes that were to be read when the run began
     * @param spans taken in this run
     * @throws StoppedException to end the reading here: what was taken stays, and the next run goes on
     */
    void advanced(long readBytes, long totalBytes, long spans);
}
