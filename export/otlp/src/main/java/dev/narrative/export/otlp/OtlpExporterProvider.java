package dev.narrative.export.otlp;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.OutboxOptions;
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
            OtlpOptions options = OtlpOptions.of(setup.config());
            Outbox outbox = new Outbox(
                    OutboxOptions.of(setup.config(), name(), options.endpoint().toString()),
                    OtlpSenders.open(options),
                    OtlpSenders.empty(OtlpSignal.TRACES),
                    setup.counters());
            return new OtlpExporter(
                    setup.resource(),
                    Compression.of(options.gzip()),
                    OtlpExporter.LARGEST_REQUEST,
                    outbox,
                    setup.counters());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
