package dev.narrative.core.metrics;

import java.io.Closeable;
import java.io.IOException;

/** Brings reports out of the process. All calls but {@link #close} come from one thread, and may block. */
public interface MetricExporter extends Closeable {
    /** @throws IOException when the report was not taken; the message says what to do. What it counted is kept. */
    void export(MetricReport report) throws IOException;

    @Override
    void close();
}
