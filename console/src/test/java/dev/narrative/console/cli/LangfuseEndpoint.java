package dev.narrative.console.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Langfuse's ingestion endpoint, which always gives the same answer. */
final class LangfuseEndpoint implements AutoCloseable {
    private final HttpServer server;
    private volatile String body = "";
    private volatile String authorization = "";

    LangfuseEndpoint(int status, String answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/public/ingestion", exchange -> {
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    String host() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String body() {
        return body;
    }

    String authorization() {
        return authorization;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
