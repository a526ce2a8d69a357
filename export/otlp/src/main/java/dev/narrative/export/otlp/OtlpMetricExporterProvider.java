package dev.narrative.export.otlp;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.metrics.MetricExporter;
import dev.narrative.core.metrics.MetricExporterProvider;
import dev.narrative.model.Resource;
import java.io.IOException;

/** Metrics to a collector, or to any backend that takes OTLP. */
public final class OtlpMetricExporterProvider implements MetricExporterProvider {
    @Override
    public MetricExporter create(AgentConfig config, Resource resource) throws IOException {
        try {
            return new OtlpMetricExporter(resource, OtlpOptions.ofMetrics(config));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
