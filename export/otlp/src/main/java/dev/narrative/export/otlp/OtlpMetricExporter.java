package dev.narrative.export.otlp;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.metrics.MetricExporter;
import dev.narrative.core.metrics.MetricReport;
import dev.narrative.model.Resource;
import java.io.IOException;

/** Sends each report as one request. */
final class OtlpMetricExporter implements MetricExporter {
    private final MetricsEncoder encoder;
    private final Delivery delivery;
    private final String endpoint;

    OtlpMetricExporter(Resource resource, OtlpOptions options) throws IOException {
        this.encoder = new MetricsEncoder(resource);
        this.delivery = new Delivery(OtlpSender.open(options), options.retry());
        this.endpoint = options.endpoint().toString();
    }

    @Override
    public void export(MetricReport report) throws IOException {
        Reply.Taken taken;
        try {
            taken = delivery.deliver(encoder.encode(report));
        } catch (IOException e) {
            throw new IOException("OTLP: " + endpoint + ": " + e.getMessage(), e);
        }
        if (taken.rejected() > 0 || !taken.message().isEmpty()) {
            AgentLog.warnThrottled(
                    "otlp.rejected",
                    "OTLP: " + endpoint + ": the collector rejected " + taken.rejected() + " points of metrics ("
                            + taken.message() + ")");
        }
    }

    @Override
    public void close() {
        delivery.close();
    }
}
