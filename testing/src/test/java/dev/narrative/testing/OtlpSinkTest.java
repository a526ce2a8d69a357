package dev.narrative.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpSinkTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final OtlpSink sink = OtlpSink.start();

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void keepsSpans_plainAndGzipped() throws Exception {
        assertThat(send(request("one").toByteArray(), false)).isEqualTo(200);
        assertThat(send(request("two").toByteArray(), true)).isEqualTo(200);

        assertThat(sink.awaitSpans(2, Duration.ofMinutes(1)))
                .extracting(span -> span.getName())
                .containsExactly("one", "two");
        assertThat(sink.resources()).containsOnly(Map.of("service.name", "shop"));
        assertThat(sink.received()).extracting(OtlpSink.Received::path).containsOnly("/v1/traces");
    }

    @Test
    void keepsNothing_whileItRefuses() throws Exception {
        sink.status(503);
        assertThat(send(request("one").toByteArray(), false)).isEqualTo(503);

        sink.status(200);
        send(request("two").toByteArray(), false);

        assertThat(sink.attempts()).isEqualTo(2);
        assertThat(sink.spans()).extracting(span -> span.getName()).containsExactly("two");
    }

    @Test
    void keepsMetricsApart() throws Exception {
        ExportMetricsServiceRequest metrics = ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder().setSchemaUrl("u"))
                .build();
        assertThat(send("/v1/metrics", metrics.toByteArray(), true)).isEqualTo(200);

        assertThat(sink.metrics()).containsExactly(metrics);
        assertThat(sink.received()).isEmpty();
    }

    private int send(byte[] body, boolean gzip) throws Exception {
        return send("/v1/traces", body, gzip);
    }

    private int send(String path, byte[] body, boolean gzip) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sink.url().resolve(path)).header("Content-Type", "application/x-protobuf");
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return http.send(
                        request.POST(BodyPublishers.ofByteArray(gzip ? gzipped(body) : body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static ExportTraceServiceRequest request(String name) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        var resource = request.addResourceSpansBuilder();
        resource.getResourceBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("service.name")
                        .setValue(AnyValue.newBuilder().setStringValue("shop")));
        resource.addScopeSpansBuilder().addSpansBuilder().setName(name);
        return request.build();
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
