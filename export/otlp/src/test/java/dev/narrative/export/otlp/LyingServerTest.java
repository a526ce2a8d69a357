package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.LossCause;
import dev.narrative.model.SpanData;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no HTTP server would send, from a bare socket. */
@Timeout(30)
class LyingServerTest {
    private static final List<SpanData> BATCH = List.of(TestSpan.named("a"));

    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch accepted = new CountDownLatch(1);
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    LyingServerTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        socket.close();
    }

    @Test
    void bearsGarbage() throws Exception {
        answerAll(out -> out.write("hello, this is no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        TestExporter.refused(options(), "not HTTP");
    }

    @Test
    void bearsAnAnswerWithoutTheBodyItPromised() throws Exception {
        answerAll(out -> out.write("HTTP/1.1 400 Bad\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nodd"
                .getBytes(StandardCharsets.US_ASCII)));

        TestExporter.refused(options(), "answered 400");
        assertThat(connections).hasValue(1);
    }

    @Test
    void readsADrippingBodyNoLongerThanTheTimeout() throws Exception {
        answerAll(out -> {
            out.write("HTTP/1.1 400 Bad\r\nContent-Type: text/plain\r\nContent-Length: 60000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
        });

        TestExporter.refused(options().with(Duration.ofMillis(300)), "answered 400 (xx");
        assertThat(connections).hasValue(1);
    }

    @Test
    void closeEndsTheWaitForAnAnswer() throws Exception {
        answerAll(out -> new CountDownLatch(1).await());
        try (TestExporter exporter = new TestExporter(options().with(Duration.ofMinutes(5)))) {
            exporter.get().export(BATCH);
            assertThat(accepted.await(10, TimeUnit.SECONDS)).isTrue();

            exporter.get().flush(100);

            assertThat(exporter.lost(LossCause.AMBIGUOUS)).isEqualTo(1);
        }
    }

    private Options options() {
        return Options.http("http://localhost:" + socket.getLocalPort() + "/v1/traces");
    }

    private void answerAll(RawAnswer answer) {
        Thread server = new Thread(() -> acceptAll(answer), "lying-server");
        server.setDaemon(true);
        server.start();
    }

    private void acceptAll(RawAnswer answer) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                client.getInputStream().read(new byte[65_536]);
                accepted.countDown();
                answer.to(client.getOutputStream());
            } catch (IOException e) {
                // the client has gone away, or the test is over
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private interface RawAnswer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }
}
