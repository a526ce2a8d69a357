package dev.narrative.core.metrics;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.model.Resource;
import java.io.IOException;

/** Makes the exporter of metrics; found with {@link java.util.ServiceLoader}. */
public interface MetricExporterProvider {
    /** Opens the way out, on the thread that will use it, after the application has begun. */
    MetricExporter create(AgentConfig config, Resource resource) throws IOException;
}
