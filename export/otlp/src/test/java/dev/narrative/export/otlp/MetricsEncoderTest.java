package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.narrative.core.metrics.AttributeSet;
import dev.narrative.core.metrics.HistogramPoint;
import dev.narrative.core.metrics.Metric;
import dev.narrative.core.metrics.MetricName;
import dev.narrative.core.metrics.MetricReport;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsEncoderTest {
    private static final List<KeyValue> ATTRIBUTES = List.of(
            ProtoSpans.text("gen_ai.request.model", "modèle-µ"),
            attribute("server.port", AnyValue.newBuilder().setIntValue(8_443)),
            attribute("otel.metric.overflow", AnyValue.newBuilder().setBoolValue(true)));

    private final MetricsEncoder encoder = new MetricsEncoder(new Resource("shop", new Attributes()));

    @Test
    void says_whatOpenTelemetrysClassesRead() throws InvalidProtocolBufferException {
        AggregationTemporality temporality = AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

        assertThat(parsed(Reports.cumulative())).isEqualTo(expected(temporality));
    }

    @Test
    void says_thatAReportIsADelta_butForLevels() throws InvalidProtocolBufferException {
        AggregationTemporality temporality = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;

        assertThat(parsed(Reports.delta())).isEqualTo(expected(temporality));
    }

    @Test
    void encodesAnew_eachTime() throws InvalidProtocolBufferException {
        encoder.encode(Reports.delta());

        assertThat(parsed(Reports.cumulative()).getResourceMetrics(0).getScopeMetricsList())
                .hasSize(2);
    }

    @Test
    void holdsAsManySeriesAndBuckets_asThereAre() throws InvalidProtocolBufferException {
        HistogramPoint point = new HistogramPoint(
                AttributeSet.NONE.with("text", "y".repeat(250)),
                300,
                300,
                1,
                1,
                Collections.nCopies(99, 1.0),
                Collections.nCopies(100, 3L));
        Metric metric = new Metric(
                new MetricName("s", "n".repeat(200), "u", "d"),
                Metric.Kind.HISTOGRAM,
                Collections.nCopies(1_000, point));

        Histogram read = parsed(new MetricReport(1, 2, false, List.of(metric)))
                .getResourceMetrics(0)
                .getScopeMetrics(0)
                .getMetrics(0)
                .getHistogram();

        assertThat(read.getDataPointsList()).hasSize(1_000);
        assertThat(read.getDataPoints(999).getBucketCountsList()).hasSize(100).containsOnly(3L);
        assertThat(read.getDataPoints(999).getExplicitBoundsList()).hasSize(99);
    }

    private ExportMetricsServiceRequest parsed(MetricReport report) throws InvalidProtocolBufferException {
        return ExportMetricsServiceRequest.parseFrom(encoder.encode(report));
    }

    private static ExportMetricsServiceRequest expected(AggregationTemporality temporality) {
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .setResource(io.opentelemetry.proto.resource.v1.Resource.newBuilder()
                                .addAttributes(ProtoSpans.text("service.name", "shop")))
                        .addScopeMetrics(scope("narrative.llm")
                                .addMetrics(
                                        metric("tokens", "{token}", "Tokens.").setHistogram(histogram(temporality)))
                                .addMetrics(metric("cost", "{USD}", "Dollars.").setSum(cost(temporality))))
                        .addScopeMetrics(scope("narrative.agent")
                                .addMetrics(
                                        metric("open", "{span}", "Open spans.").setSum(open()))))
                .build();
    }

    private static Histogram.Builder histogram(AggregationTemporality temporality) {
        return Histogram.newBuilder()
                .setAggregationTemporality(temporality)
                .addDataPoints(HistogramDataPoint.newBuilder()
                        .setStartTimeUnixNano(Reports.START)
                        .setTimeUnixNano(Reports.NOW)
                        .setCount(4)
                        .setSum(10.5)
                        .setMin(0.5)
                        .setMax(6)
                        .addAllExplicitBounds(List.of(1.0, 4.0))
                        .addAllBucketCounts(List.of(1L, 0L, 3L))
                        .addAllAttributes(ATTRIBUTES))
                .addDataPoints(HistogramDataPoint.newBuilder()
                        .setStartTimeUnixNano(Reports.START)
                        .setTimeUnixNano(Reports.NOW)
                        .setCount(1)
                        .setSum(0)
                        .setMin(0)
                        .setMax(0)
                        .addBucketCounts(1));
    }

    private static Sum.Builder cost(AggregationTemporality temporality) {
        return Sum.newBuilder()
                .setAggregationTemporality(temporality)
                .setIsMonotonic(true)
                .addDataPoints(number().setAsDouble(0.125).addAllAttributes(ATTRIBUTES));
    }

    private static Sum.Builder open() {
        return Sum.newBuilder()
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addDataPoints(number().setAsInt(3));
    }

    private static NumberDataPoint.Builder number() {
        return NumberDataPoint.newBuilder().setStartTimeUnixNano(Reports.START).setTimeUnixNano(Reports.NOW);
    }

    private static ScopeMetrics.Builder scope(String name) {
        return ScopeMetrics.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName(name));
    }

    private static io.opentelemetry.proto.metrics.v1.Metric.Builder metric(
            String name, String unit, String description) {
        return io.opentelemetry.proto.metrics.v1.Metric.newBuilder()
                .setName(name)
                .setUnit(unit)
                .setDescription(description);
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
