package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.narrative.core.config.ConfigLoader;
import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.export.ExporterProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OtlpExporterProviderTest {
    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(ExporterProvider.class))
                .extracting(ExporterProvider::name)
                .contains("otlp");
    }

    @Test
    void readsTheStandardSettings() {
        OtlpOptions options = options(Map.of(
                "otel.exporter.otlp.endpoint", "https://collector:4318/",
                "otel.exporter.otlp.headers", "api-key=s3cret",
                "otel.exporter.otlp.compression", "gzip",
                "otel.exporter.otlp.timeout", "3000",
                "otel.exporter.otlp.certificate", "ca.pem"));

        assertThat(options)
                .isEqualTo(new OtlpOptions(
                        OtlpSignal.TRACES,
                        URI.create("https://collector:4318/v1/traces"),
                        OtlpProtocol.HTTP_PROTOBUF,
                        Map.of("api-key", "s3cret"),
                        true,
                        Duration.ofSeconds(3),
                        Path.of("ca.pem")));
    }

    @Test
    void usesTheTracesEndpointAsItIs_andTheProtocolsOwnDefault() {
        assertThat(options(Map.of("otel.exporter.otlp.traces.endpoint", "http://c/in"))
                        .endpoint())
                .hasToString("http://c/in");
        assertThat(options(Map.of()).endpoint()).hasToString("http://localhost:4318/v1/traces");
        OtlpOptions grpc = options(Map.of("otel.exporter.otlp.protocol", "grpc"));
        assertThat(grpc.endpoint()).hasToString("http://localhost:4317");
        assertThat(grpc.protocol()).isEqualTo(OtlpProtocol.GRPC);
    }

    @Test
    void refusesHeaders_withoutNamingTheSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.http("http://localhost")
                        .with(Map.of("api-key", "s3cret\r\nx: y"))
                        .get())
                .withMessageContaining("the value of api-key")
                .withMessageNotContaining("s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.http("http://localhost")
                        .with(Map.of("a b", "c"))
                        .get())
                .withMessageContaining("not a header's name: a b");
    }

    @Test
    void refusesAnEndpointThatIsNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.http("localhost:4317").get())
                .withMessageContaining("expected http://host:port");
    }

    private static OtlpOptions options(Map<String, String> properties) {
        return OtlpOptions.of(
                ConfigLoader.load(null, new ConfigSources(properties, Map.of())).config());
    }
}
