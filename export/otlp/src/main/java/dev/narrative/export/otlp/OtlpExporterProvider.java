package dev.narrative.export.otlp;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import java.io.IOException;

/** {@code otlp}: spans to a collector, or to any backend that takes OTLP. */
public final class OtlpExporterProvider implements ExporterProvider {
    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public SpanExporter create(ExporterSetup setup) throws IOException {
        try {
            return new OtlpExporter(setup.resource(), OtlpOptions.of(setup.config()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
