package dev.narrative.core.export;

import dev.narrative.model.SpanData;
import java.io.IOException;
import java.util.List;

/**
 * One destination of finished spans. All calls come from the destination's own thread, one at a time; they may block,
 * since the bounded queue before them takes what arrives meanwhile.
 */
public interface SpanExporter {
    /**
     * Takes a batch; the list is reused after the call returns.
     *
     * @throws IOException when none of the batch was taken and the exporter has given up on it; the caller counts the
     *     spans as failed and logs the message, which says what to do
     */
    void export(List<SpanData> batch) throws IOException;

    /** Called about once a second, with or without spans: the moment for snapshots, rotation and expiry. */
    default void tick() throws IOException {}

    /**
     * Whether {@link #export} only takes spans over: then the exporter itself counts what is sent, lost and spooled, and
     * an exception from there means that nothing was counted.
     */
    default boolean deliversLater() {
        return false;
    }

    /** For how long spans may wait for others to be exported with, when each batch costs much. In milliseconds. */
    default int gatherMillis() {
        return 0;
    }

    /** Brings what was taken to its place; within {@code timeoutMillis}. */
    void flush(long timeoutMillis) throws IOException;

    /** Releases everything; called once, after the last flush. */
    void close() throws IOException;
}
