package dev.narrative.export.otlp;

import static dev.narrative.export.otlp.CollectorStub.answer;
import static dev.narrative.export.otlp.CollectorStub.answerWith;
import static dev.narrative.export.otlp.CollectorStub.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.narrative.core.export.LossCause;
import dev.narrative.export.delivery.Reply;
import dev.narrative.model.SpanData;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpExportTest {
    private static final List<SpanData> BATCH = List.of(TestSpan.named("a"), TestSpan.named("b"));

    @Test
    void sendsProtobuf_withOwnHeaders() throws Exception {
        try (CollectorStub collector = new CollectorStub()) {
            export(Options.http(collector.endpoint()).with(Map.of("api-key", "s3cret")));

            CollectorStub.Received received = collector.received().get(0);
            assertThat(received.exchange().getRequestURI()).hasToString("/v1/traces");
            assertThat(received.spanNames()).containsExactly("a", "b");
            assertThat(received.header("Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(received.header("User-Agent")).startsWith("Narrative-OTLP");
            assertThat(received.header("api-key")).isEqualTo("s3cret");
            assertThat(received.header("Content-Encoding")).isEqualTo("null");
        }
    }

    @Test
    void compresses_whenTold() throws Exception {
        try (CollectorStub collector = new CollectorStub();
                var exporter =
                        new TestExporter(Options.http(collector.endpoint()).withGzip())) {
            exporter.export(BATCH);
            exporter.export(BATCH);

            assertThat(collector.received()).hasSize(2);
            assertThat(collector.received().get(1).header("Content-Encoding")).isEqualTo("gzip");
            assertThat(collector.received().get(1).spanNames()).containsExactly("a", "b");
        }
    }

    @Test
    void keepsTheConnection() throws Exception {
        try (CollectorStub collector = new CollectorStub();
                var exporter = new TestExporter(Options.http(collector.endpoint()))) {
            exporter.export(BATCH);
            exporter.export(BATCH);

            assertThat(collector.received())
                    .extracting(
                            received -> received.exchange().getRemoteAddress().getPort())
                    .hasSize(2)
                    .containsOnly(collector
                            .received()
                            .get(0)
                            .exchange()
                            .getRemoteAddress()
                            .getPort());
        }
    }

    @Test
    void sendsAgain_whenToldToWaitOrUnavailable() throws Exception {
        HttpHandler[] answers = {
            answerWith("Retry-After", "0", 429),
            answerWith("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT", 503),
            answerWith("Retry-After", "soon", 502),
            answer(504, "text/plain", "later"),
            ok()
        };
        try (CollectorStub collector = new CollectorStub(answers)) {
            export(Options.http(collector.endpoint()));

            assertThat(collector.received()).hasSize(5);
            assertThat(collector.received().get(4).spanNames()).containsExactly("a", "b");
        }
    }

    @Test
    void waitsAsLongAsToldTo() throws Exception {
        try (CollectorStub collector = new CollectorStub(answerWith("Retry-After", "1", 429), ok())) {
            long start = System.nanoTime();
            export(Options.http(collector.endpoint()));

            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(990));
        }
    }

    @Test
    void saysHowLongToWait() throws Exception {
        try (CollectorStub collector = new CollectorStub(answerWith("Retry-After", "3600", 429))) {
            assertThat(TestExporter.send(Options.http(collector.endpoint())))
                    .isEqualTo(new Reply.Later("answered 429", 3_600_000));
        }
    }

    @Test
    void saysWhatABusyCollectorSaid_onOneLine() throws Exception {
        try (CollectorStub collector = new CollectorStub(answer(503, "text/plain", "queue\nfull"))) {
            TestExporter.later(Options.http(collector.endpoint()), "answered 503 (queue full)");
        }
    }

    @Test
    void givesUpAtOnce_withAdvice_whenRefused() throws Exception {
        refused(answer(400, "text/plain", "bad span"), "answered 400 (bad span)");
        refused(answer(401, "text/plain", ""), "answered 401; check otel.exporter.otlp.headers");
        refused(answer(403, "application/json", "{\"no\":1}"), "answered 403 ({\"no\":1}); check otel");
        refused(answer(404, "text/plain", "x"), "is the path right");
        refused(answer(404, "text/html; charset=utf-8", "<p>"), "with a web page, so that is likely no OTLP endpoint");
        refused(answer(500, "text/plain", ""), "answered 500");
        refused(answerWith("Location", "http://localhost:1/", 307), "redirects are not followed");
        byte[] status = com.google.rpc.Status.newBuilder()
                .setCode(3)
                .setMessage("odd id")
                .build()
                .toByteArray();
        refused(answer(400, "application/x-protobuf", status), "answered 400 (odd id)");
    }

    @Test
    void doesNotTakeAWebPageForAYes() throws Exception {
        try (CollectorStub collector = new CollectorStub(answer(200, "text/html", "<html>"), ok())) {
            export(Options.http(collector.endpoint()));

            assertThat(collector.received()).hasSize(2);
        }
    }

    @Test
    void countsRejectedSpans_onPartialSuccess() throws Exception {
        byte[] partial = ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(2)
                        .setErrorMessage("too old"))
                .build()
                .toByteArray();
        try (CollectorStub collector = new CollectorStub(answer(200, "application/x-protobuf", partial));
                var exporter = new TestExporter(Options.http(collector.endpoint()))) {
            exporter.export(BATCH);

            assertThat(exporter.lost(LossCause.REJECTED)).isEqualTo(2);
            assertThat(exporter.sent()).isZero();
        }
    }

    @Test
    void takesGarbageAndJsonWith200_forAYes() throws Exception {
        byte[] garbage = {-1, -1, -1, 10, 127, 0, 5};
        try (CollectorStub collector = new CollectorStub(
                        answer(200, "application/x-protobuf", garbage), answer(200, "application/json", "{}"));
                var exporter = new TestExporter(Options.http(collector.endpoint()))) {
            exporter.export(BATCH);
            exporter.export(BATCH);

            assertThat(exporter.sent()).isEqualTo(4);
            assertThat(collector.received()).hasSize(2);
        }
    }

    @Test
    void readsNoMoreThanIsWorthReading() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        HttpHandler endless = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(400, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[8192]);
                }
            } catch (IOException e) {
                cut.countDown();
            }
        };
        refused(endless, "answered 400");
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotSendAgain_whenNoAnswerCame() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        HttpHandler silent = exchange -> awaitQuietly(done);
        try (CollectorStub collector = new CollectorStub(silent);
                var exporter =
                        new TestExporter(Options.http(collector.endpoint()).with(Duration.ofMillis(150)))) {
            exporter.export(BATCH);

            assertThat(exporter.lost(LossCause.AMBIGUOUS)).isEqualTo(2);
        } finally {
            done.countDown();
        }
    }

    @Test
    void doesNotSendAgain_whenTheConnectionWasCutBeforeTheAnswer() throws Exception {
        try (CollectorStub collector = new CollectorStub(HttpExchange::close);
                var exporter = new TestExporter(Options.http(collector.endpoint()))) {
            exporter.export(BATCH);
            exporter.export(BATCH);

            assertThat(exporter.lost(LossCause.AMBIGUOUS)).isEqualTo(2);
            assertThat(exporter.sent()).isEqualTo(2);
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port = freePort();
        TestExporter.later(Options.http("http://localhost:" + port + "/v1/traces"), "; is a collector running there?");
    }

    @Test
    void aSpanThatCantBeEncoded_costsNoOther() throws Exception {
        try (CollectorStub collector = new CollectorStub();
                var exporter = new TestExporter(Options.http(collector.endpoint()))) {
            exporter.export(List.of(TestSpan.named("a"), TestSpan.broken(), TestSpan.named("b"), TestSpan.named("c")));

            assertThat(collector.received())
                    .flatExtracting(CollectorStub.Received::spanNames)
                    .containsExactly("a", "b", "c");
            assertThat(exporter.lost(LossCause.NOT_ENCODABLE)).isEqualTo(1);
        }
    }

    @Test
    void splitsWhatIsTooLarge_andCountsThePartThatFailed() throws Exception {
        try (CollectorStub collector = new CollectorStub(ok(), answer(400, "text/plain", "no"));
                var exporter = new TestExporter(Options.http(collector.endpoint()), 150)) {
            exporter.export(List.of(TestSpan.named("a"), TestSpan.named("b"), TestSpan.named("c")));

            assertThat(collector.received())
                    .extracting(CollectorStub.Received::spanNames)
                    .containsExactly(List.of("a"), List.of("b"), List.of("c"));
            assertThat(exporter.lost(LossCause.REFUSED)).isEqualTo(1);
            assertThat(exporter.sent()).isEqualTo(2);
        }
    }

    private static void refused(HttpHandler answer, String reason) throws Exception {
        try (CollectorStub collector = new CollectorStub(answer)) {
            TestExporter.refused(Options.http(collector.endpoint()), reason);
            assertThat(collector.received()).hasSize(1);
        }
    }

    private static void export(Options options) throws IOException {
        try (var exporter = new TestExporter(options)) {
            exporter.export(BATCH);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
