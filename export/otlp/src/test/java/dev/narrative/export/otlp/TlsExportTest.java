package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.narrative.model.SpanData;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TlsExportTest {
    private static final List<SpanData> BATCH = List.of(TestSpan.named("a"));

    private static @Nullable TestCertificate made;

    @BeforeAll
    static void makeCertificate(@TempDir Path directory) throws Exception {
        made = TestCertificate.in(directory);
    }

    @Test
    void trustsTheCertificateGiven_overHttp() throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(certificate().key().getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        AtomicInteger requests = new AtomicInteger();
        server.createContext("/v1/traces", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            CollectorStub.ok().handle(exchange);
        });
        server.start();
        Options options =
                Options.http("https://localhost:" + server.getAddress().getPort() + "/v1/traces");
        try (var exporter = new TestExporter(options.with(certificate().pem()))) {
            exporter.export(BATCH);
            assertThat(requests).hasValue(1);

            TestExporter.later(options, "; check otel.exporter.otlp.certificate");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void trustsTheCertificateGiven_overGrpc() throws Exception {
        ServerCredentials credentials = TlsServerCredentials.newBuilder()
                .keyManager(certificate().key().getKeyManagers())
                .build();
        try (GrpcCollectorStub collector = new GrpcCollectorStub(0, credentials, List.of());
                var exporter = new TestExporter(Options.grpc("https://localhost:" + collector.port())
                        .with(certificate().pem()))) {
            exporter.export(BATCH);
            assertThat(collector.received()).hasSize(1);

            TestExporter.later(Options.grpc("https://localhost:" + collector.port()), "no TLS connection");
        }
    }

    @Test
    void saysWhichFileIsNoCertificate(@TempDir Path directory) throws Exception {
        Path wrong = Files.writeString(directory.resolve("wrong.pem"), "hello");
        assertThatIOException()
                .isThrownBy(() ->
                        new TestExporter(Options.http("https://localhost:1/").with(wrong)))
                .withMessageContaining("otel.exporter.otlp.certificate")
                .withMessageContaining("wrong.pem");
    }

    private static TestCertificate certificate() {
        return Objects.requireNonNull(made);
    }
}
