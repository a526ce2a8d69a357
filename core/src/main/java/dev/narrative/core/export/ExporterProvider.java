package dev.narrative.core.export;

import java.io.IOException;

/** Makes the exporter that {@code narrative.exporters} names; found with {@link java.util.ServiceLoader}. */
public interface ExporterProvider {
    /** The name in {@code narrative.exporters}, such as {@code journal}. */
    String name();

    /** Opens the destination, on the destination's own thread, after the application has begun. */
    SpanExporter create(ExporterSetup setup) throws IOException;
}
