package dev.narrative.export.otlp;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.metrics.MetricExporter;
import dev.narrative.core.metrics.MetricReport;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Reply;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;
import dev.narrative.model.Resource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends each report as one request, once: what was not taken is part of the next report. */
final class OtlpMetricExporter implements MetricExporter {
    private static final long[] NO_SPANS = {};

    private final MetricsEncoder encoder;
    private final Sender sender;
    private final Compression compression;
    private final String endpoint;

    OtlpMetricExporter(Resource resource, OtlpOptions options) throws IOException {
        this.encoder = new MetricsEncoder(resource);
        this.sender = OtlpSenders.open(options);
        this.compression = Compression.of(options.gzip());
        this.endpoint = options.endpoint().toString();
    }

    @Override
    public void export(MetricReport report) throws IOException {
        Reply reply = sender.send(request(encoder.encode(report)), Sender.BodyStart.UNHEARD);
        if (reply instanceof Reply.Taken taken) {
            warn(taken);
            return;
        }
        throw new IOException("OTLP: " + endpoint + ": " + reply.describe());
    }

    @Override
    public void close() {
        sender.close();
    }

    private Request request(ByteBuffer encoded) {
        return new Request(
                OtlpSignal.METRICS.target(),
                OtlpSenders.CONTENT_TYPE,
                compression.isGzip(),
                compression.body(encoded),
                0,
                NO_SPANS);
    }

    private void warn(Reply.Taken taken) {
        if (taken.rejected() > 0 || !taken.message().isEmpty()) {
            AgentLog.warnThrottled(
                    "otlp.rejected",
                    "OTLP: " + endpoint + ": the collector rejected " + taken.rejected() + " points of metrics ("
                            + taken.message() + ")");
        }
    }
}
