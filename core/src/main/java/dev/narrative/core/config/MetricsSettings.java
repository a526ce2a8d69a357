package dev.narrative.core.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys of metrics, which {@link Settings} lists among its own. Where nothing is said of the way to the collector,
 * metrics take the one that is not for traces alone.
 */
public final class MetricsSettings {
    private static final List<Setting<?>> ALL = new ArrayList<>();

    public static final Setting<Boolean> ENABLED = add(Setting.live(
                    "narrative.metrics.enabled",
                    ValueTypes.BOOLEAN,
                    "false",
                    "Whether [metrics](operating.md#metrics) are sent by OTLP.")
            .under("otel.metrics.exporter", ValueTypes.NAMES_OTLP));

    public static final Setting<Duration> INTERVAL = add(Setting.live(
                    "narrative.metrics.interval",
                    ValueTypes.DURATION,
                    "60s",
                    "How often metrics are sent; at most once a second.")
            .under("otel.metric.export.interval"));

    public static final Setting<String> TEMPORALITY = add(Setting.fixed(
                    "narrative.metrics.temporality",
                    ValueTypes.oneOf("cumulative", "delta"),
                    "cumulative",
                    "Whether each report counts from the beginning, or from the last report that arrived.")
            .under("otel.exporter.otlp.metrics.temporality.preference", ValueTypes.TEMPORALITY_PREFERENCE));

    public static final Setting<OtlpEndpoint> ENDPOINT = add(Setting.fixed(
                    "narrative.metrics.endpoint",
                    ValueTypes.OTLP_BASE,
                    null,
                    "The address of the collector that takes metrics; over HTTP `/v1/metrics` is added where it is"
                            + " missing.")
            .under("otel.exporter.otlp.metrics.endpoint", ValueTypes.OTLP_EXACT)
            .under("narrative.otlp.endpoint")
            .under("otel.exporter.otlp.endpoint"));

    public static final Setting<String> PROTOCOL = add(Setting.fixed(
                    "narrative.metrics.protocol",
                    ValueTypes.oneOf("http/protobuf", "grpc"),
                    "http/protobuf",
                    "How metrics travel to the collector.")
            .under("otel.exporter.otlp.metrics.protocol")
            .under("narrative.otlp.protocol")
            .under("otel.exporter.otlp.protocol"));

    public static final Setting<Map<String, String>> HEADERS = add(Setting.fixed(
                    "narrative.metrics.headers", ValueTypes.PAIRS, "", "Headers sent to the collector with metrics.")
            .under("otel.exporter.otlp.metrics.headers")
            .under("narrative.otlp.headers")
            .under("otel.exporter.otlp.headers"));

    public static final Setting<Duration> TIMEOUT = add(Setting.fixed(
                    "narrative.metrics.timeout", ValueTypes.DURATION, "10s", "How long sending a report may take.")
            .under("otel.exporter.otlp.metrics.timeout")
            .under("narrative.otlp.timeout")
            .under("otel.exporter.otlp.timeout"));

    public static final Setting<String> COMPRESSION = add(Setting.fixed(
                    "narrative.metrics.compression",
                    ValueTypes.oneOf("none", "gzip"),
                    "none",
                    "Whether metrics are compressed on their way to the collector.")
            .under("otel.exporter.otlp.metrics.compression")
            .under("narrative.otlp.compression")
            .under("otel.exporter.otlp.compression"));

    public static final Setting<String> CERTIFICATE = add(Setting.fixed(
                    "narrative.metrics.certificate",
                    ValueTypes.TEXT,
                    null,
                    "A PEM file with the certificates that the own one of the collector for metrics may be signed by.")
            .under("otel.exporter.otlp.metrics.certificate")
            .under("narrative.otlp.certificate")
            .under("otel.exporter.otlp.certificate"));

    private MetricsSettings() {}

    static List<Setting<?>> all() {
        return ALL;
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }
}
