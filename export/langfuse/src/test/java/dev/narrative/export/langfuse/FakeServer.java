package dev.narrative.export.langfuse;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A server that answers all alike, and keeps what it is sent. */
final class FakeServer implements AutoCloseable {
    private final HttpServer http;
    private final List<byte[]> traces = new CopyOnWriteArrayList<>();
    private final List<byte[]> scores = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    FakeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", exchange -> {
            try (exchange) {
                byte[] request = exchange.getRequestBody().readAllBytes();
                if (request.length > 0) {
                    (exchange.getRequestURI().getPath().endsWith("traces") ? traces : scores).add(request);
                }
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.getResponseHeaders().set("Retry-After", "7");
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        http.start();
    }

    FakeServer answering(int newStatus, String newType, String newBody) {
        status = newStatus;
        type = newType;
        body = newBody.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** The bodies of the requests with spans, unpacked. */
    List<byte[]> traces() {
        return traces.stream().map(FakeServer::unpacked).toList();
    }

    /** The bodies of the requests with scores, unpacked. */
    List<byte[]> scores() {
        return scores.stream().map(FakeServer::unpacked).toList();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static byte[] unpacked(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
