package dev.narrative.export.otlp;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** {@code otlp}: spans to a collector, or to any backend that takes OTLP. */
public final class OtlpExporterProvider implements ExporterProvider {
    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public SpanExporter create(ExporterSetup setup) throws IOException {
        URI endpoint = OtlpEndpoint.of(OtlpProtocol.HTTP_PROTOBUF, null, null);
        return new OtlpExporter(
                setup.resource(),
                new OtlpOptions(
                        endpoint,
                        OtlpProtocol.HTTP_PROTOBUF,
                        Map.of(),
                        false,
                        Duration.ofSeconds(10),
                        null,
                        RetryPolicy.STANDARD));
    }
}
