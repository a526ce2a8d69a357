package dev.narrative.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other end of the wire, in the test's own process and without an agent: says what really came over. */
final class WireServer implements AutoCloseable {
    private static final byte[] MODEL_ANSWER = """
            {"id": "c-1", "model": "tiny-1-0", "choices": [{"index": 0, "finish_reason": "stop",
            "message": {"role": "assistant", "content": "There."}}],
            "usage": {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9}}
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A request as it came over the wire. */
    record Seen(String path, Map<String, List<String>> headers) {
        /** The one value of a header; fails when there are more. */
        String header(String name) {
            List<String> values = new ArrayList<>();
            headers.forEach((key, all) -> {
                if (key.equalsIgnoreCase(name)) {
                    values.addAll(all);
                }
            });
            if (values.size() > 1) {
                throw new AssertionError(name + " came as " + values);
            }
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    WireServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** The one request to a path. */
    Seen request(String path) {
        List<Seen> found = requests(path);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " requests to " + path + " among " + seen);
        }
        return found.get(0);
    }

    List<Seen> requests(String path) {
        return seen.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        seen.add(new Seen(path, Map.copyOf(exchange.getRequestHeaders())));
        switch (path) {
            case "/missing" -> exchange.sendResponseHeaders(404, -1);
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "/landed");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/leave" -> {
                int port = http.getAddress().getPort();
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port + "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/slow" -> awaitClose();
            case "/v1/chat/completions" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, MODEL_ANSWER.length);
                exchange.getResponseBody().write(MODEL_ANSWER);
            }
            default -> {
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
