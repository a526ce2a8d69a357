package dev.narrative.testing;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One report of metrics, with the questions that tests ask of it. */
public final class ReceivedMetrics {
    private final List<Metric> metrics;

    public ReceivedMetrics(ExportMetricsServiceRequest request) {
        this.metrics = request.getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList();
    }

    public List<String> names() {
        return metrics.stream().map(Metric::getName).toList();
    }

    /** How many values the series with these attributes hold together. */
    public long count(String histogram, Map<String, String> attributes) {
        return histograms(histogram, attributes)
                .mapToLong(HistogramDataPoint::getCount)
                .sum();
    }

    /** The values of the series with these attributes, added up. */
    public double sum(String metric, Map<String, String> attributes) {
        double numbers = of(metric)
                .flatMap(found -> found.getSum().getDataPointsList().stream())
                .filter(point -> has(point.getAttributesList(), attributes))
                .mapToDouble(ReceivedMetrics::value)
                .sum();
        return numbers
                + histograms(metric, attributes)
                        .mapToDouble(HistogramDataPoint::getSum)
                        .sum();
    }

    @Override
    public String toString() {
        return metrics.toString();
    }

    private Stream<HistogramDataPoint> histograms(String metric, Map<String, String> attributes) {
        return of(metric)
                .flatMap(found -> found.getHistogram().getDataPointsList().stream())
                .filter(point -> has(point.getAttributesList(), attributes));
    }

    private Stream<Metric> of(String name) {
        return metrics.stream().filter(metric -> metric.getName().equals(name));
    }

    private static double value(NumberDataPoint point) {
        return point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    }

    private static boolean has(List<KeyValue> attributes, Map<String, String> wanted) {
        Collection<Map.Entry<String, String>> present =
                OtlpValues.asMap(attributes).entrySet();
        return present.containsAll(wanted.entrySet());
    }
}
