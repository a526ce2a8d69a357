package dev.narrative.benchmarks.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A collector, or a Langfuse, that goes down and comes back on the same port, and knows how often each span has arrived. */
public final class RestartableCollector implements AutoCloseable {
    private final Map<Long, Integer> arrivals = new HashMap<>();
    private @Nullable HttpServer server;
    private int port;
    private boolean refuses;

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public synchronized void start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", this::receive);
            started.start();
            port = started.getAddress().getPort();
            server = started;
            refuses = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on requests are answered with 503: what is under way is not cut off when it {@linkplain #stop stops}. */
    public synchronized void refuse() {
        refuses = true;
    }

    public synchronized void stop() {
        HttpServer running = server;
        server = null;
        if (running != null) {
            running.stop(0);
        }
    }

    /** How often each span has arrived, by its id. */
    public synchronized Map<Long, Integer> arrivals() {
        return new HashMap<>(arrivals);
    }

    @Override
    public void close() {
        stop();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream sent = exchange.getRequestBody();
            byte[] body = (zipped ? new GZIPInputStream(sent) : sent).readAllBytes();
            boolean takes = keep(body);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(takes ? 200 : 503, -1);
        }
    }

    private synchronized boolean keep(byte[] body) {
        if (!refuses) {
            SpanCounter.ids(body, id -> arrivals.merge(id, 1, Integer::sum));
        }
        return !refuses;
    }
}
