package dev.narrative.export.otlp;

import dev.narrative.core.metrics.HistogramPoint;
import dev.narrative.core.metrics.Metric;
import dev.narrative.core.metrics.MetricPoint;
import dev.narrative.core.metrics.MetricReport;
import dev.narrative.core.metrics.NumberPoint;
import dev.narrative.model.Resource;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Turns a report into the bytes of an OTLP {@code ExportMetricsServiceRequest}, grouped by scope. The numbers are those
 * of {@code opentelemetry/proto/metrics/v1/metrics.proto}. One thread at a time.
 */
final class MetricsEncoder {
    private static final int RESOURCE_METRICS = 0x0a;
    private static final int SCOPE_METRICS = 0x12;
    private static final int SCOPE = 0x0a;
    private static final int SCOPE_NAME = 0x0a;
    private static final int METRICS = 0x12;

    private static final int NAME = 0x0a;
    private static final int DESCRIPTION = 0x12;
    private static final int UNIT = 0x1a;
    private static final int SUM = 0x3a;
    private static final int HISTOGRAM = 0x4a;
    private static final int POINTS = 0x0a;
    private static final int TEMPORALITY = 0x10;
    private static final int IS_MONOTONIC = 0x18;
    private static final int DELTA = 1;
    private static final int CUMULATIVE = 2;

    private static final int START_TIME = 0x11;
    private static final int TIME = 0x19;
    private static final int NUMBER_ATTRIBUTES = 0x3a;
    private static final int AS_DOUBLE = 0x21;
    private static final int AS_INT = 0x31;
    private static final int HISTOGRAM_ATTRIBUTES = 0x4a;
    private static final int COUNT = 0x21;
    private static final int SUM_OF_VALUES = 0x29;
    private static final int BUCKET_COUNTS = 0x32;
    private static final int BOUNDS = 0x3a;
    private static final int MIN = 0x59;
    private static final int MAX = 0x61;
    private static final int LARGE = 4;

    private final ProtobufBuffer out = new ProtobufBuffer();
    private final KeyValueWriter attributes = new KeyValueWriter(out);
    private final byte[] resource;

    MetricsEncoder(Resource resource) {
        this.resource = new ResourceEncoder(out).encode(resource);
    }

    /** The request for a report; the buffer is valid until the next call. */
    ByteBuffer encode(MetricReport report) {
        out.reset();
        out.small(RESOURCE_METRICS);
        int start = out.begin(LARGE);
        out.raw(resource);
        List<String> scopes = report.metrics().stream()
                .map(metric -> metric.name().scope())
                .distinct()
                .toList();
        for (String scope : scopes) {
            encodeScope(scope, report);
        }
        out.end(start, LARGE);
        return out.view();
    }

    private void encodeScope(String scope, MetricReport report) {
        out.small(SCOPE_METRICS);
        int start = out.begin(LARGE);
        out.small(SCOPE);
        int scopeStart = out.begin(1);
        text(SCOPE_NAME, scope);
        out.end(scopeStart, 1);
        for (Metric metric : report.metrics()) {
            if (metric.name().scope().equals(scope)) {
                encodeMetric(metric, report);
            }
        }
        out.end(start, LARGE);
    }

    private void encodeMetric(Metric metric, MetricReport report) {
        out.small(METRICS);
        int start = out.begin(LARGE);
        text(NAME, metric.name().name());
        text(DESCRIPTION, metric.name().description());
        text(UNIT, metric.name().unit());
        out.small(metric.kind() == Metric.Kind.HISTOGRAM ? HISTOGRAM : SUM);
        int data = out.begin(LARGE);
        for (MetricPoint point : metric.points()) {
            encodePoint(point, report);
        }
        boolean delta = report.delta() && metric.kind() != Metric.Kind.LEVEL;
        out.small(TEMPORALITY);
        out.small(delta ? DELTA : CUMULATIVE);
        if (metric.kind() == Metric.Kind.COUNTER) {
            out.small(IS_MONOTONIC);
            out.small(1);
        }
        out.end(data, LARGE);
        out.end(start, LARGE);
    }

    private void encodePoint(MetricPoint point, MetricReport report) {
        out.small(POINTS);
        int start = out.begin(2);
        fixed(START_TIME, report.startEpochNanos());
        fixed(TIME, report.epochNanos());
        if (point instanceof HistogramPoint histogram) {
            encodeHistogram(histogram);
        } else if (point instanceof NumberPoint number) {
            encodeNumber(number);
        }
        out.end(start, 2);
    }

    private void encodeNumber(NumberPoint point) {
        if (point.whole()) {
            fixed(AS_INT, (long) point.value());
        } else {
            decimal(AS_DOUBLE, point.value());
        }
        point.attributes().visit(attributes.as(NUMBER_ATTRIBUTES));
    }

    private void encodeHistogram(HistogramPoint point) {
        fixed(COUNT, point.count());
        decimal(SUM_OF_VALUES, point.sum());
        out.small(BUCKET_COUNTS);
        int buckets = out.begin(1);
        for (long bucket : point.buckets()) {
            out.fixed64(bucket);
        }
        out.end(buckets, 1);
        out.small(BOUNDS);
        int bounds = out.begin(1);
        for (double bound : point.bounds()) {
            out.fixed64(Double.doubleToRawLongBits(bound));
        }
        out.end(bounds, 1);
        decimal(MIN, point.min());
        decimal(MAX, point.max());
        point.attributes().visit(attributes.as(HISTOGRAM_ATTRIBUTES));
    }

    private void decimal(int tag, double value) {
        fixed(tag, Double.doubleToRawLongBits(value));
    }

    private void fixed(int tag, long value) {
        out.small(tag);
        out.fixed64(value);
    }

    private void text(int tag, String text) {
        out.small(tag);
        out.string(text);
    }
}
