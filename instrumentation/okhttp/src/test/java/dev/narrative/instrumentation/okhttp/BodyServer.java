package dev.narrative.instrumentation.okhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A server that gives bodies in every way that they come in, and hands over what it receives at once. */
final class BodyServer implements AutoCloseable {
    static final byte[] LARGE = new byte[300_000];

    static {
        new Random(7).nextBytes(LARGE);
    }

    /** The pieces of the body of {@code /pieces}, each sent when it is put here; an empty one ends it. */
    final LinkedBlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    private final LinkedBlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    BodyServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    Request.Builder request(String path) {
        return new Request.Builder().url("http://localhost:" + http.getAddress().getPort() + path);
    }

    /** The next bytes of a request's body, as they came in at {@code /receive}; empty when nothing came in time. */
    String received() throws InterruptedException {
        byte @Nullable [] next = received.poll(10, TimeUnit.SECONDS);
        return next == null ? "" : new String(next, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/large" -> send(exchange, LARGE);
                case "/echo" -> send(exchange, exchange.getRequestBody().readAllBytes());
                case "/packed" -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    send(exchange, packed(LARGE));
                }
                case "/cut" -> {
                    exchange.sendResponseHeaders(200, LARGE.length);
                    exchange.getResponseBody().write(LARGE, 0, 1_000);
                    exchange.getResponseBody().flush();
                }
                case "/receive" -> {
                    byte[] some = new byte[100];
                    for (int n; (n = exchange.getRequestBody().read(some)) >= 0; ) {
                        received.add(new String(some, 0, n, StandardCharsets.ISO_8859_1)
                                .getBytes(StandardCharsets.ISO_8859_1));
                    }
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> sendPieces(exchange);
            }
        }
    }

    private void sendPieces(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
