package dev.narrative.benchmarks.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
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
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Accepts every OTLP http/protobuf request at once and counts its spans. {@code GET /count} tells how many came since
 * {@code POST /reset}; {@code GET /target} is what the HTTP client workload calls, {@link ChatStream} what the workload of streams calls.
 */
public final class Sink implements AutoCloseable {
    /** How many chunks at most the streamed answer of its model has, which another one with the tokens follows. */
    public static final int CHUNKS = ChatStream.CHUNKS;

    private static final int THREADS = 4;
    private static final byte[] NOTHING = {};
    private static final byte[] TARGET = "{\"answer\":42}".getBytes(StandardCharsets.UTF_8);

    private final AtomicLong spans = new AtomicLong();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::receive);
        server.createContext("/count", answering(() -> text(spans.get())));
        server.createContext("/reset", answering(() -> text(spans.getAndSet(0))));
        server.createContext("/target", answering(() -> TARGET));
        server.createContext("/v1/chat/completions", new ChatStream());
        server.createContext("/", answering(() -> NOTHING));
        server.start();
    }

    /** Tells its port, and ends when stdin is closed. */
    public static void main(String[] args) throws IOException {
        // Without it the JDK's server answers kept connections some 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Conversation conversation = new Conversation();
        try (Sink sink = new Sink()) {
            conversation.tell("port", sink.port());
            while (!conversation.hear().equals("quit")) {}
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Whoever sends something that can't be counted is told so, and so is the log. */
    private void receive(HttpExchange exchange) throws IOException {
        byte[] request = read(exchange);
        try {
            spans.addAndGet(SpanCounter.count(request));
        } catch (IllegalArgumentException e) {
            System.err.println("Refused " + request.length + " bytes: " + e.getMessage());
            answer(exchange, 400, NOTHING);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        answer(exchange, 200, NOTHING);
    }

    private static HttpHandler answering(Supplier<byte[]> body) {
        return exchange -> {
            read(exchange);
            answer(exchange, 200, body.get());
        };
    }

    /** Reads the request to its end, exactly once: a second read of the JDK's stream fails and breaks the connection. */
    private static byte[] read(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = gzip ? new GZIPInputStream(raw) : raw) {
            return body.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
