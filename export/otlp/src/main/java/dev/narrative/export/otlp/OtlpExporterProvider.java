package dev.narrative.export.otlp;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.OutboxOptions;
import dev.narrative.model.Resource;
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
            String address = options.endpoint().toString();
            return open(
                    setup.resource(),
                    options,
                    OutboxOptions.of(setup, name(), address),
                    OtlpRequests.LARGEST,
                    setup.counters());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static OtlpExporter open(
            Resource resource,
            OtlpOptions options,
            OutboxOptions outboxOptions,
            int largestRequest,
            DestinationCounters counters)
            throws IOException {
        Outbox outbox = new Outbox(
                outboxOptions,
                OtlpSenders.open(options),
                OtlpSenders.empty(OtlpSignal.TRACES),
                process -> new OtlpRequests(process, options.gzip(), largestRequest, counters),
                counters);
        return new OtlpExporter(new OtlpRequests(resource, options.gzip(), largestRequest, counters), outbox);
    }
}
