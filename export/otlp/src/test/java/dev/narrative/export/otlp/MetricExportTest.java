package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.narrative.core.config.ConfigLoader;
import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.metrics.MetricExporter;
import dev.narrative.core.metrics.MetricExporterProvider;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MetricExportTest {
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<ExportMetricsServiceRequest> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer http;

    @BeforeEach
    void listen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::receive);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void goesToTheMetricsPath() throws IOException {
        try (MetricExporter exporter = exporter(Map.of())) {
            exporter.export(Reports.cumulative());
            exporter.export(Reports.cumulative());
        }

        assertThat(paths).containsExactly("/v1/metrics", "/v1/metrics");
        assertThat(received.get(1).getResourceMetrics(0).getScopeMetricsList()).hasSize(2);
    }

    @Test
    void isGivenUpAtOnce_whenTheCollectorIsBusy() throws IOException {
        status = 503;
        try (MetricExporter exporter = exporter(Map.of())) {
            assertThatIOException()
                    .isThrownBy(() -> exporter.export(Reports.cumulative()))
                    .withMessageContaining("/v1/metrics: answered 503");
        }
        assertThat(paths).hasSize(1);
    }

    @Test
    void tellsWhatToDo_whenNobodyListens() throws IOException {
        http.stop(0);
        try (MetricExporter exporter = exporter(Map.of())) {
            assertThatIOException()
                    .isThrownBy(() -> exporter.export(Reports.cumulative()))
                    .withMessageContaining("is a collector running there?");
        }
    }

    @Test
    void speaksGrpc() throws Exception {
        Server grpc = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new GrpcService())
                .build()
                .start();
        try (MetricExporter exporter = exporter(Map.of(
                "otel.exporter.otlp.metrics.protocol",
                "grpc",
                "otel.exporter.otlp.metrics.endpoint",
                "http://localhost:" + grpc.getPort()))) {
            exporter.export(Reports.cumulative());
        } finally {
            grpc.shutdownNow().awaitTermination();
        }

        assertThat(received).hasSize(1);
        assertThat(paths).isEmpty();
    }

    private MetricExporter exporter(Map<String, String> more) throws IOException {
        Map<String, String> properties = new HashMap<>(more);
        properties.put(
                "otel.exporter.otlp.endpoint",
                "http://localhost:" + http.getAddress().getPort());
        return ServiceLoader.load(MetricExporterProvider.class)
                .findFirst()
                .orElseThrow()
                .create(
                        ConfigLoader.load(null, new ConfigSources(properties, Map.of()))
                                .config(),
                        new Resource("shop", new Attributes()));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            paths.add(exchange.getRequestURI().getPath());
            received.add(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private final class GrpcService extends MetricsServiceGrpc.MetricsServiceImplBase {
        @Override
        public void export(
                ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> responseObserver) {
            received.add(request);
            responseObserver.onNext(ExportMetricsServiceResponse.getDefaultInstance());
            responseObserver.onCompleted();
        }
    }
}
