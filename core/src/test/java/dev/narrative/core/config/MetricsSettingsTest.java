package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsSettingsTest {
    private static final String PATH = "/v1/metrics";

    @Test
    void areOff_whenNothingIsSaid() {
        AgentConfig config = AgentConfig.defaults();

        assertThat(config.get(MetricsSettings.ENABLED)).isFalse();
        assertThat(config.get(MetricsSettings.INTERVAL)).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.getOrNull(MetricsSettings.ENDPOINT)).isNull();
    }

    @Test
    void honourOpenTelemetrysNames() {
        AgentConfig config = load(
                        "",
                        Map.of(
                                "OTEL_METRICS_EXPORTER", "console,otlp",
                                "OTEL_METRIC_EXPORT_INTERVAL", "5000",
                                "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "LowMemory",
                                "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://m/in",
                                "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "grpc",
                                "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "a=b",
                                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"))
                .config();

        assertThat(config.get(MetricsSettings.ENABLED)).isTrue();
        assertThat(config.get(MetricsSettings.INTERVAL)).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.get(MetricsSettings.TEMPORALITY)).isEqualTo("delta");
        assertThat(config.get(MetricsSettings.ENDPOINT).httpUrl(PATH)).isEqualTo("http://m/in");
        assertThat(config.get(MetricsSettings.PROTOCOL)).isEqualTo("grpc");
        assertThat(config.get(MetricsSettings.HEADERS)).containsExactlyEntriesOf(Map.of("a", "b"));
    }

    @Test
    void areOff_whenOpenTelemetrySendsThemElsewhere() {
        assertThat(load("", Map.of("OTEL_METRICS_EXPORTER", "prometheus"))
                        .config()
                        .get(MetricsSettings.ENABLED))
                .isFalse();
        assertThat(load("narrative.metrics.enabled = true", Map.of("OTEL_METRICS_EXPORTER", "none"))
                        .config()
                        .get(MetricsSettings.ENABLED))
                .isTrue();
    }

    @Test
    void takeTheWayOfTheSpans_butNotWhatIsForTracesAlone() {
        AgentConfig config = load(
                        "narrative.otlp.endpoint = http://all:4318/v1/traces\nnarrative.otlp.headers = a=b",
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://under",
                                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc",
                                "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "secret=x"))
                .config();

        assertThat(config.get(MetricsSettings.ENDPOINT).httpUrl(PATH)).isEqualTo("http://all:4318/v1/metrics");
        assertThat(config.get(Settings.OTLP_ENDPOINT).httpUrl("/v1/traces")).isEqualTo("http://all:4318/v1/traces");
        assertThat(config.get(MetricsSettings.HEADERS)).containsExactlyEntriesOf(Map.of("a", "b"));
        assertThat(config.get(MetricsSettings.PROTOCOL)).isEqualTo("http/protobuf");
    }

    @Test
    void goTheirOwnWay_whenToldTo() {
        AgentConfig config = load(
                        "narrative.metrics.endpoint = http://own\nnarrative.otlp.endpoint = http://all",
                        Map.of("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://under/x"))
                .config();

        assertThat(config.get(MetricsSettings.ENDPOINT).httpUrl(PATH)).isEqualTo("http://own/v1/metrics");
    }

    @Test
    void wrongValueThatIsForBoth_isToldOnce() {
        LoadedConfig loaded = load("narrative.otlp.protocol = smoke", Map.of());

        assertThat(loaded.problems()).hasSize(1);
    }

    private static LoadedConfig load(String file, Map<String, String> environment) {
        return ConfigLoader.load(
                null, new ConfigSources(Map.of(), environment), PropertiesFile.parse("f.properties", file));
    }
}
