package dev.narrative.console.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.narrative.console.server.http.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AlertWebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** What came. */
    private record Received(String signature, String body) {}

    @Test
    void tellsSigned_andTriesAgain() throws IOException, InterruptedException {
        BlockingQueue<Received> received = new LinkedBlockingQueue<>();
        AtomicInteger count = new AtomicInteger();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new Received(
                    String.valueOf(exchange.getRequestHeaders().getFirst(AlertWebhook.HEADER)),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(count.incrementAndGet() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/told";
            Alert alert = Alert.of(AlertRule.of("errors", "errors > 3", null, null, url, "secret"))
                    .next(7, NOW);
            new AlertWebhook(Clock.fixed(NOW, ZoneOffset.UTC), 1).tell(alert);
            for (int i = 0; i < 2; i++) {
                Received told = received.poll(60, TimeUnit.SECONDS);
                assertThat(told).isNotNull();
                byte[] body = (told == null ? "" : told.body()).getBytes(StandardCharsets.UTF_8);
                String signature = told == null ? "" : told.signature();
                assertThat(new WebhookSignature("secret").verifies(signature, body, body.length, NOW.getEpochSecond()))
                        .isTrue();
                assertThat(new String(body, StandardCharsets.UTF_8))
                        .contains("\"type\":\"alert\"", "\"status\":\"firing\"", "\"value\":7.0");
            }
        } finally {
            receiver.stop(0);
        }
    }
}
