package dev.narrative.export.otlp;

import static dev.narrative.export.otlp.GrpcCollectorStub.error;
import static dev.narrative.export.otlp.GrpcCollectorStub.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import dev.narrative.core.export.LossCause;
import dev.narrative.model.SpanData;
import io.grpc.InsecureServerCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GrpcExportTest {
    private static final List<SpanData> BATCH = List.of(TestSpan.named("a"), TestSpan.named("b"));

    @Test
    void sendsWithOwnHeaders_overOneConnection() throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub();
                var exporter =
                        new TestExporter(Options.grpc(collector.endpoint()).with(Map.of("api-key", "s3cret")))) {
            exporter.export(BATCH);
            exporter.export(BATCH);

            assertThat(collector.received()).hasSize(2);
            assertThat(collector
                            .received()
                            .get(0)
                            .getResourceSpans(0)
                            .getScopeSpans(0)
                            .getSpansList())
                    .containsExactly(
                            ProtoSpans.expected(TestSpan.named("a")), ProtoSpans.expected(TestSpan.named("b")));
            assertThat(collector.header(0, "api-key")).isEqualTo("s3cret");
            assertThat(collector.header(0, "user-agent")).startsWith("Narrative-OTLP");
            assertThat(collector.clients().get(1)).isEqualTo(collector.clients().get(0));
        }
    }

    @Test
    void compresses_whenTold() throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub()) {
            export(Options.grpc(collector.endpoint()).withGzip());

            assertThat(collector.header(0, "grpc-encoding")).isEqualTo("gzip");
            assertThat(collector
                            .received()
                            .get(0)
                            .getResourceSpans(0)
                            .getScopeSpans(0)
                            .getSpansList())
                    .hasSize(2);
        }
    }

    @Test
    void sendsMoreThanTheWindowOfOneStreamHolds() throws Exception {
        List<SpanData> large = new ArrayList<>(Collections.nCopies(8_000, TestSpan.typical()));
        try (GrpcCollectorStub collector = new GrpcCollectorStub();
                var exporter = new TestExporter(Options.grpc(collector.endpoint()))) {
            exporter.export(large);

            assertThat(collector
                            .received()
                            .get(0)
                            .getResourceSpans(0)
                            .getScopeSpans(0)
                            .getSpansCount())
                    .isEqualTo(8_000);
        }
    }

    @Test
    void sendsAgain_whenTheFailureMayPass() throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub(
                error(Status.UNAVAILABLE.asException()),
                error(Status.ABORTED.asException()),
                error(Status.DATA_LOSS.asException()),
                error(Status.CANCELLED.asException()),
                ok())) {
            export(Options.grpc(collector.endpoint()));

            assertThat(collector.received()).hasSize(5);
        }
    }

    @Test
    void sendsAgain_whenExhausted_onlyIfToldWhen() throws Exception {
        refused(
                error(Status.RESOURCE_EXHAUSTED.withDescription("too large").asException()),
                "answered RESOURCE_EXHAUSTED (too large); the collector is full");
        RetryInfo soon = RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setNanos(300_000_000))
                .build();
        StatusRuntimeException exhausted = StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(8)
                .addDetails(Any.pack(ExportTraceServiceResponse.getDefaultInstance()))
                .addDetails(Any.pack(soon))
                .build());
        try (GrpcCollectorStub collector = new GrpcCollectorStub(error(exhausted), ok())) {
            long start = System.nanoTime();
            export(Options.grpc(collector.endpoint()));

            assertThat(collector.received()).hasSize(2);
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(299));
        }
    }

    @Test
    void givesUpAtOnce_withAdvice_whenRefused() throws Exception {
        refused(error(Status.UNAUTHENTICATED.asException()), "answered UNAUTHENTICATED; check otel.exporter.otlp.hea");
        refused(
                error(Status.INVALID_ARGUMENT.withDescription("größe + 100%").asException()),
                "answered INVALID_ARGUMENT (größe + 100%)");
        refused(error(Status.UNIMPLEMENTED.asException()), "no OTLP service of this kind listens there");
    }

    @Test
    void countsRejectedSpans_onPartialSuccess() throws Exception {
        ExportTraceServiceResponse partial = ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(1))
                .build();
        try (GrpcCollectorStub collector = new GrpcCollectorStub(ok(partial));
                var exporter = new TestExporter(Options.grpc(collector.endpoint()))) {
            exporter.export(BATCH);

            assertThat(exporter.lost(LossCause.REJECTED)).isEqualTo(1);
        }
    }

    @Test
    void doesNotSendAgain_whenNoAnswerCame() throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub(observer -> {})) {
            TestExporter.ambiguous(Options.grpc(collector.endpoint()).with(java.time.Duration.ofMillis(600)), "");
            assertThat(collector.received()).isNotEmpty();
        }
    }

    @Test
    void connectsAgain_whenTheCollectorWasRestarted() throws Exception {
        try (GrpcCollectorStub first = new GrpcCollectorStub();
                var exporter = new TestExporter(Options.grpc(first.endpoint()))) {
            exporter.export(BATCH);
            first.stop();
            exporter.get().export(BATCH);

            try (var second = new GrpcCollectorStub(first.port(), InsecureServerCredentials.create(), List.of())) {
                exporter.export(BATCH);
                assertThat(second.received()).hasSize(2);
            }
        }
    }

    @Test
    void saysThatNobodyListens_orNotWithGrpc() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        TestExporter.later(Options.grpc("http://localhost:" + port), "; is a collector running there?");
        try (CollectorStub http = new CollectorStub()) {
            assertThat(TestExporter.send(Options.grpc(http.endpoint())).describe())
                    .contains("does gRPC listen there?");
        }
    }

    @Test
    void runsOnOneDaemonThread_thatEndsWithIt() throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub();
                var exporter = new TestExporter(Options.grpc(collector.endpoint()))) {
            exporter.export(BATCH);
            Thread thread = narrativeThread();

            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isNull();
            exporter.get().close();
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static Thread narrativeThread() {
        List<Thread> found = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("narrative-otlp-grpc"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void refused(GrpcCollectorStub.Answer answer, String reason) throws Exception {
        try (GrpcCollectorStub collector = new GrpcCollectorStub(answer)) {
            TestExporter.refused(Options.grpc(collector.endpoint()), reason);
            assertThat(collector.received()).hasSize(1);
        }
    }

    private static void export(Options options) throws IOException {
        try (var exporter = new TestExporter(options)) {
            exporter.export(BATCH);
        }
    }
}
