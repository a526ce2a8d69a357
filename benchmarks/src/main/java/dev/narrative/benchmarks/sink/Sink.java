package dev.narrative.benchmarks.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.narrative.benchmarks.workload.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * Accepts every OTLP http/protobuf request at once and counts its spans. {@code GET /count} tells how many came since
 * {@code POST /reset}; {@code GET /target} is what the HTTP client workload calls.
 */
public final class Sink {
    private static final int THREADS = 4;
    private static final byte[] NOTHING = {};
    private static final byte[] TARGET = "{\"answer\":42}".getBytes(StandardCharsets.UTF_8);

    private final AtomicLong spans = new AtomicLong();

    private Sink() {}

    /** Tells its port, and ends when stdin is closed. */
    public static void main(String[] args) throws IOException {
        // Without it the JDK's server answers kept connections some 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        Sink sink = new Sink();
        server.createContext("/v1/traces", sink::receive);
        server.createContext("/count", exchange -> answer(exchange, text(sink.spans.get())));
        server.createContext("/reset", exchange -> answer(exchange, text(sink.spans.getAndSet(0))));
        server.createContext("/target", exchange -> answer(exchange, TARGET));
        server.createContext("/", exchange -> answer(exchange, NOTHING));
        server.start();
        Conversation conversation = new Conversation();
        conversation.tell("port", server.getAddress().getPort());
        while (!conversation.hear().equals("quit")) {}
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = gzip ? new GZIPInputStream(raw) : raw) {
            spans.addAndGet(SpanCounter.count(body.readAllBytes()));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        answer(exchange, NOTHING);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange;
                InputStream request = exchange.getRequestBody()) {
            request.readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
